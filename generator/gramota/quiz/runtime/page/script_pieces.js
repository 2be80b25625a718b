/**
 * Pieces of data, loaded as classic scripts that call `window[call](name, content)`: a page opened from a folder can
 * load no others. `folder` is the address of the pieces.
 */
class ScriptPieces {
  constructor(folder, call) {
    this.folder = folder;
    this.loading = new Map();
    this.arrived = new Map();
    window[call] = (name, content) => { this.arrived.set(name, content); };
  }

  /** A promise of the piece; one that could not be loaded is asked for again the next time. */
  load(name) {
    if (!this.loading.has(name)) this.loading.set(name, this.asked(name));
    return this.loading.get(name);
  }

  asked(name) {
    return new Promise((resolve, reject) => {
      const script = element("script", "", "");
      const settle = () => {
        script.remove();
        if (this.arrived.has(name)) return resolve(this.arrived.get(name));
        this.loading.delete(name);
        return reject(new Error(name));
      };
      script.onload = settle;
      script.onerror = settle;
      script.src = `${this.folder}${name}.js`;
      document.head.append(script);
    });
  }
}
