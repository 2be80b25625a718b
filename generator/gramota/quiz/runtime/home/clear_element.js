/** <gramota-clear>: forgets all that this site keeps in this browser, for computers that people share. */
class ClearElement extends Block {
  begin() {
    this.on(this.querySelector("[data-ask]"), "click", () => this.tellLoss());
    askFirst(this, "all", () => this.clear());
  }

  tellLoss() {
    const { site } = this.dataset;
    const loss = { read: 0, checked: 0, drafts: 0 };
    namesByLetter(site).forEach((names, letter) => {
      const store = new Store(site, letterOfKey(letter), () => {});
      loss.read += names.some((name) => name.startsWith("read/")) ? 1 : 0;
      loss.checked += names.filter((name) => name.startsWith("check/")).length;
      loss.drafts += hasDraft(store, names) ? 1 : 0;
    });
    this.querySelector("[data-loss]").textContent = say(this.lang, loss.drafts ? "loss_with_drafts" : "loss", loss);
    this.querySelector("[data-cleared]").hidden = true;
  }

  /** All parts of this page are told as if another tab had done it. */
  clear() {
    storedKeys().filter((key) => isOfSite(key, this.dataset.site)).forEach((key) => window.localStorage.removeItem(key));
    window.dispatchEvent(new StorageEvent("storage", { key: null }));
    const said = this.querySelector("[data-cleared]");
    said.hidden = false;
    said.focus();
  }
}

/** Keys of every version of the store. */
function isOfSite(key, site) {
  const [name, version, owner, ...rest] = key.split("/");
  return name === "gramota" && /^\d+$/.test(version) && owner === keyPart(site) && rest.length > 0;
}
