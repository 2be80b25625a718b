/** <gramota-control-sheet>: the form, its draft on this computer, the review, and the file to hand in. */
class ControlSheetElement extends HTMLElement {
  connectedCallback() {
    this.listening = new AbortController();
    this.signal = this.listening.signal;
    this.lang = this.dataset.lang;
    this.isTroubled = false;
    this.store = new Store(this.dataset.site, this.dataset.letter, (trouble) => this.troubled(trouble));
    this.head = new SheetHead(this, this);
    this.questions = [...this.querySelectorAll("[data-question]")].map((root) => new ControlQuestion(root, this));
    this.gone = new GoneAnswers(this.querySelector("[data-gone]"), this);
    this.review = new ControlReview(this.querySelector("[data-view=review]"), this);
    this.listen();
    this.showCount();
  }

  disconnectedCallback() {
    this.save();
    this.head.complain(false);
    this.listening.abort();
  }

  listen() {
    const { signal } = this;
    const actions = { review: () => this.toReview(), back: () => this.toEdit(), download: () => this.download(), copy: () => this.copy() };
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-do]");
      if (button) actions[button.dataset.do]();
    }, { signal });
    this.closeQuestion = askFirst(this, "clear", () => this.clear(), signal);
    this.store.watch((name, isGone) => this.changedElsewhere(name, isGone), signal);
    window.addEventListener("pageshow", () => this.reread(), { signal });
    window.addEventListener("pagehide", () => this.save(), { signal });
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.reread(); this.save(); }, { signal });
    window.addEventListener("beforeunload", (event) => { if (this.hasUnsaved()) event.preventDefault(); }, { signal });
  }

  get isAcknowledged() {
    return this.head.isAcknowledged;
  }

  learner() {
    return this.head.learner();
  }

  /** Something was typed or ticked: the first time is when the work began. */
  changed() {
    this.head.begin();
    this.say("");
    this.showCount();
    this.save();
    this.showSaved();
  }

  troubled(trouble) {
    showTrouble(this, trouble);
  }

  /** What could not be saved before is tried again: the store may have room by now. */
  save() {
    if (!this.hasUnsaved()) return;
    this.questions.forEach((question) => question.save());
    this.head.save();
    this.showSaved();
  }

  showSaved() {
    const isUnsaved = this.hasUnsaved();
    const failure = this.store.lastTrouble === "full" ? "not_saved_full" : "not_saved";
    this.querySelector("[data-saved]").textContent = say(this.lang, isUnsaved ? failure : "saved");
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
    this.showCount();
  }

  /** What another tab erased is erased here too: on a shared computer nobody looks for a second tab. */
  changedElsewhere(name, isGone) {
    const parts = [this.head, ...this.questions].filter((part) => !name || part.name === name);
    if (isGone) parts.forEach((part) => part.clear());
    this.reread();
  }

  /** Everything that is handed in, in order: {id, prompt, text, isAnswered, isRequired}. */
  written() {
    return [...this.questions, ...this.gone.answers];
  }

  showCount() {
    const count = this.questions.filter((question) => !question.isAnswered).length;
    const words = { count, total: this.questions.length };
    this.querySelector("[data-count]").textContent = say(this.lang, count ? "unanswered" : "all_answered", words);
  }

  toReview() {
    this.closeQuestion();
    if (!this.head.check()) return;
    this.view("review");
    this.review.show();
  }

  toEdit() {
    this.view("edit");
    const first = this.questions.find((question) => !question.isAnswered) || this.questions[0];
    first.field.focus();
  }

  view(name) {
    this.querySelectorAll("[data-view]").forEach((view) => { view.hidden = view.dataset.view !== name; });
  }

  /** The answers as they are now, sealed. */
  answers() {
    const finished = new Date().toISOString();
    const { site, letter, revision, hash } = this.dataset;
    return sealedAnswers({
      format: "gramota-answers/1",
      site,
      letter: { id: letter, revision: Number(revision), hash },
      learner: this.learner(),
      started: this.head.started || finished,
      finished,
      acknowledged: this.head.read,
      answers: this.written().map((question) => ({ question: question.id, text: question.isAnswered ? question.text : "" })),
      self_check: selfCheckResults(this.store),
    });
  }

  download() {
    if (!this.review.mayGo()) return;
    const answers = this.answers();
    const name = answersFileName(answers);
    saveAs(name, `${JSON.stringify(answers, null, 1)}\n`);
    this.review.say("downloaded", { name });
    this.handedIn();
  }

  async copy() {
    if (!this.review.mayGo()) return;
    const prompts = this.written().map((question) => question.prompt);
    const text = answersText(this.answers(), this.dataset.title, prompts, this.lang);
    const isCopied = await copyText(text, this.querySelector("[data-copied]"));
    this.review.say(isCopied ? "copied" : "copy_by_hand");
    this.handedIn();
  }

  /** The list of letters says so; whether the trainer has got it, no page can know. */
  handedIn() {
    keepStamp(this.store, "handed", newStamp(this.dataset));
  }

  clear() {
    ["sheet/", "read/", "handed/"].forEach((start) => this.store.forget(start));
    this.head.clear();
    this.questions.forEach((question) => question.clear());
    this.gone.restore();
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

function saveAs(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = element("a", "", "");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
