/** <gramota-control-sheet>: the form, its draft on this computer, the review, and the file to hand in. */
class ControlSheetElement extends Block {
  begin() {
    this.isTroubled = false;
    this.store = new Store(this.dataset.site, this.dataset.letter, (trouble) => this.troubled(trouble));
    this.head = new SheetHead(this, this);
    this.questions = [...this.querySelectorAll("[data-question]")].map((root) => new ControlQuestion(root, this));
    this.gone = new GoneAnswers(this.querySelector("[data-gone]"), this);
    this.review = new ControlReview(this.querySelector("[data-view=review]"), this);
    this.handIn = new HandIn(this);
    this.listen();
    this.showCount();
  }

  disconnectedCallback() {
    this.save();
    this.head.complain(false);
    super.disconnectedCallback();
  }

  listen() {
    const actions = { review: () => this.toReview(), back: (button) => this.toEdit(button.dataset.to), print: () => window.print() };
    this.on(this, "click", (event) => {
      const button = event.target.closest("[data-do]");
      if (!button) return;
      // A double click hands in once.
      if (event.detail > 1) return event.preventDefault();
      const action = actions[button.dataset.do];
      if (action) action(button);
      else this.handIn.by(button.dataset.do, event);
    });
    this.closeQuestion = askFirst(this, "clear", () => this.clear());
    this.store.watch(this, (name, isGone) => this.changedElsewhere(name, isGone));
    this.on(window, "pageshow", () => this.reread());
    this.on(window, "beforeprint", () => this.settleNow());
    this.on(window, "pagehide", () => this.save());
    this.on(document, "visibilitychange", () => { if (!document.hidden) this.reread(); this.save(); });
    this.on(window, "beforeunload", (event) => { this.save(); if (this.hasUnsaved()) event.preventDefault(); });
  }

  get isAcknowledged() {
    return this.head.isAcknowledged;
  }

  learner() {
    return this.head.learner();
  }

  /** Something was typed or ticked: the first time is when the work began. On a long sheet typing is not held up by the rest. */
  changed() {
    this.head.begin();
    this.say("");
    const length = this.questions.reduce((sum, { draft }) => sum + draft.text.length, 0);
    if (length > LONG_SHEET) this.pause ||= setTimeout(() => this.settle(), 500);
    else this.settle();
  }

  /** All that takes the longer, the more is written: words and answers are counted, compared with what was handed in, saved. */
  settle() {
    clearTimeout(this.pause);
    this.pause = 0;
    this.questions.filter((question) => question.isUnsaved).forEach((question) => question.measure());
    this.showCount();
    this.handIn.show();
    this.save();
    this.showSaved();
  }

  /** Tells who cannot see it that an answer has become long enough, or too long. */
  tellLength(length) {
    this.querySelector("[data-words-said]").textContent = length;
  }

  troubled(trouble) {
    showTrouble(this, trouble);
  }

  /** What could not be saved before is tried again: the store may have room by now. */
  save() {
    if (!this.hasUnsaved()) return;
    // Where someone has emptied the browser's memory beside the open page, all that still stands here is kept anew.
    if (!this.store.names("sheet/").length) [this.head, ...this.questions].forEach((part) => part.keepAnew());
    this.questions.forEach((question) => question.save());
    this.head.save();
    this.showSaved();
  }

  showSaved() {
    const isUnsaved = this.hasUnsaved();
    const failure = this.store.lastTrouble === "full" ? "not_saved_full" : "not_saved";
    const shown = this.querySelector("[data-saved]");
    shown.dataset.saved = isUnsaved ? "no" : "yes";
    shown.textContent = say(this.lang, isUnsaved ? failure : "saved");
    if (!isUnsaved && this.store.isKeeping) hideTrouble(this);
  }

  hasUnsaved() {
    return this.head.isUnsaved || this.questions.some((question) => question.isUnsaved);
  }

  /** Takes over what another tab wrote: each text for itself, the newer one wins. */
  reread() {
    this.head.restore();
    this.questions.forEach((question) => question.restore());
    this.gone.restore();
    this.handIn.restore();
    this.showCount();
    this.review.refresh();
  }

  /** What another tab erased is erased here too: on a shared computer nobody looks for a second tab. */
  changedElsewhere(name, isGone) {
    const parts = [this.head, this.handIn, ...this.questions].filter((part) => !name || part.name === name);
    if (isGone) parts.forEach((part) => part.clear());
    this.reread();
  }

  /** Everything that is handed in, in order: {id, prompt, text, isAnswered, isRequired}. */
  written() {
    return [...this.questions, ...this.gone.answers];
  }

  prompts() {
    return this.written().map((question) => question.prompt);
  }

  showCount() {
    const count = this.questions.filter((question) => !question.isAnswered).length;
    const words = { count, total: this.questions.length };
    this.querySelector("[data-count]").textContent = say(this.lang, count ? "unanswered" : "all_answered", words);
  }

  settleNow() {
    if (this.pause) this.settle();
  }

  toReview() {
    this.closeQuestion();
    this.settleNow();
    if (!this.head.check()) return;
    this.view("review");
    this.review.show();
  }

  /** Leads to the question with this id, or to the first that has no answer. */
  toEdit(id) {
    this.view("edit");
    const wanted = ({ id: own, isAnswered }) => (id ? own === id : !isAnswered);
    (this.questions.find(wanted) || this.questions[0]).field.focus();
  }

  view(name) {
    this.querySelectorAll("[data-view]").forEach((view) => { view.hidden = view.dataset.view !== name; });
  }

  /** The answers as they are now, but for when and at which attempt. */
  content() {
    const { site, letter, revision, hash } = this.dataset;
    return {
      format: "gramota-answers/1",
      site,
      letter: { id: letter, revision: Number(revision), hash },
      learner: this.learner(),
      acknowledged: this.head.read,
      answers: this.written().map((question) => ({ question: question.id, text: question.isAnswered ? question.text : "" })),
      self_check: selfCheckResults(this.store),
    };
  }

  clear() {
    this.settleNow();
    ["sheet/", "read/", "handed/"].forEach((start) => this.store.forget(start));
    this.head.clear();
    this.questions.forEach((question) => question.clear());
    this.gone.restore();
    this.handIn.clear();
    this.showCount();
    this.querySelector("[data-saved]").textContent = "";
    this.say("cleared");
    this.querySelector("[data-said]").focus();
  }

  say(key) {
    const line = this.querySelector("[data-said]");
    line.hidden = !key;
    line.textContent = key && say(this.lang, key);
  }
}

/** So many characters are counted, hashed and saved between two strokes of the keyboard without anyone noticing. */
const LONG_SHEET = 5000;
