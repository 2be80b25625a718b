/** What our elements share: each begins where it is put on a page, and listens until it is taken off. */
class Block extends HTMLElement {
  connectedCallback() {
    this.listening = new AbortController();
    this.lang = this.dataset.lang;
    this.begin();
  }

  disconnectedCallback() {
    this.listening.abort();
  }

  on(target, name, listener, options) {
    target.addEventListener(name, listener, { ...options, signal: this.listening.signal });
  }
}

/** Makes the elements of a page work; a script that runs a second time changes nothing. */
function defineElements(elements) {
  Object.entries(elements).forEach(([name, element]) => {
    if (!customElements.get(name)) customElements.define(name, element);
  });
}
