/** One question of the control sheet: its text box, its draft in the store, and its paper form. */
class ControlQuestion {
  /** `owner` gives {lang, store, on(target, name, listener), changed(), tellLength(text)}. */
  constructor(root, owner) {
    this.root = root;
    this.owner = owner;
    this.id = root.dataset.question;
    this.name = `sheet/answer/${this.id}`;
    this.isRequired = "required" in root.dataset;
    this.least = Number(root.dataset.least || 0);
    this.most = Number(root.dataset.most || Infinity);
    this.field = root.querySelector("textarea");
    // What was typed while the script was still on its way is not lost.
    this.draft = { ...this.fresh(), text: this.text };
    this.isUnsaved = this.isAnswered;
    this.restore();
    owner.on(this.field, "input", () => this.typed());
  }

  get text() {
    return this.field.value;
  }

  get isAnswered() {
    return /\S/.test(this.text);
  }

  get prompt() {
    return textOf(this.root.querySelector("[data-prompt]"));
  }

  /** "12 слов — меньше, чем советуем", or "" before the first word; `fit` is what to say of it. */
  length(fit) {
    const { lang } = this.owner;
    const count = countWords(this.text);
    const words = count ? say(lang, "words", { count }) : "";
    return words && fit ? say(lang, `words_${fit}`, { words }) : words;
  }

  fresh() {
    return { text: "", prompt: this.prompt, hash: this.root.dataset.hash, edited: 0 };
  }

  /** Shows the stored draft unless what stands here is newer and could not be saved. */
  restore() {
    const stored = this.owner.store.read(this.name, isDraft);
    if (stored !== null && stored.edited >= this.draft.edited) {
      this.draft = stored;
      this.isUnsaved = false;
    }
    this.show();
  }

  typed() {
    this.draft = { ...this.fresh(), text: this.text, edited: laterThan(this.draft.edited) };
    this.isUnsaved = true;
    this.owner.changed();
  }

  /** Shows what was typed, and tells when it has become long enough, or too long. */
  measure() {
    const before = this.fit;
    this.show();
    if (before !== this.fit && this.fit !== "few") this.owner.tellLength(this.length(this.fit || "enough"));
  }

  save() {
    if (this.isUnsaved) this.isUnsaved = !this.owner.store.write(this.name, this.draft);
  }

  keepAnew() {
    this.isUnsaved = this.isAnswered;
  }

  clear() {
    this.draft = this.fresh();
    this.isUnsaved = false;
    this.show();
  }

  show() {
    if (this.field.value !== this.draft.text) this.field.value = this.draft.text;
    this.root.querySelector("[data-mirror]").textContent = `${this.draft.text}\n`;
    this.fit = lengthFit(countWords(this.text), this.least, this.most);
    // Whoever is still writing knows that it is not long yet.
    this.root.querySelector("[data-words]").textContent = this.length(this.fit === "many" ? "many" : "");
    this.root.dataset.answered = this.isAnswered ? "yes" : "no";
    this.root.querySelector("[data-changed]").hidden = this.draft.hash === this.root.dataset.hash || !this.isAnswered;
  }
}

/** Now, or just after a moment that a clock set right since has not reached yet. */
function laterThan(moment) {
  return Math.max(Date.now(), moment + 1);
}

/** The prompt is for the day when its question is gone; early drafts have none. */
function isDraft({ text, prompt, hash, edited }) {
  return typeof text === "string" && typeof hash === "string" && Number.isFinite(edited)
    && (prompt === undefined || typeof prompt === "string");
}
