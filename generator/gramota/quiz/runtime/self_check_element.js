/** <gramota-self-check>: the questions of one letter, their progress, and what the store has to say. */
class SelfCheckElement extends HTMLElement {
  connectedCallback() {
    this.listening = new AbortController();
    this.signal = this.listening.signal;
    this.lang = this.dataset.lang;
    this.items = [];
    this.store = new Store(this.dataset.site, this.dataset.letter, (trouble) => showTrouble(this, trouble));
    this.items = [...this.querySelectorAll("[data-item]")].map((root) => new SelfCheckItem(root, this));
    this.store.watch((name) => this.changedElsewhere(name), this.signal);
    // Browsers put back what forms held: after a reload that may be older than what is stored.
    window.addEventListener("pageshow", () => this.changedElsewhere(""), { signal: this.signal });
    // A theme that changes pages without loading them anew may bring the rubric's script later.
    window.addEventListener("gramota-rubric", () => this.changedElsewhere(""), { signal: this.signal });
    askFirst(this, "start-over", () => this.startOver(), this.signal);
    this.changed();
  }

  disconnectedCallback() {
    this.listening.abort();
  }

  /** Another tab answered this question, or cleared everything (no name). */
  changedElsewhere(name) {
    this.items.filter((item) => !name || item.name === name).forEach((item) => item.restore());
    this.changed();
  }

  /** Saves what was just done, and what could not be saved before: the store may have room by now. */
  save() {
    this.items.forEach((item) => item.save());
    if (this.store.isKeeping && !this.items.some((item) => item.isUnsaved)) hideTrouble(this);
  }

  /** Tells the progress anew. */
  changed() {
    const outcomes = this.items.map((item) => item.state.outcome);
    const right = outcomes.filter((outcome) => outcome === "right").length;
    const checked = outcomes.filter((outcome) => outcome !== "open").length;
    const line = say(this.lang, "progress", { right, total: outcomes.length, checked });
    const shown = this.querySelector("[data-progress-line]");
    if (shown.textContent !== line) shown.textContent = line;
    this.querySelector("[data-progress-bar]").value = right;
  }

  startOver() {
    this.store.forget("check/");
    this.items.forEach((item) => item.reset());
    this.changed();
    this.querySelector("[data-progress-line]").focus();
  }
}
