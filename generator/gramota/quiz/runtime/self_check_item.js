/** One self-check question on the page: shows its state, and turns what the reader does into the next state. */
class SelfCheckItem {
  /** `owner` gives {lang, store, signal, save(), changed()}. */
  constructor(root, owner) {
    this.root = root;
    this.owner = owner;
    this.id = root.dataset.item;
    this.name = `check/${this.id}`;
    this.type = questionTypes[root.dataset.type];
    this.key = JSON.parse(root.dataset.key);
    this.isUnsaved = false;
    this.restore(this.type.read(root));
    this.listen();
  }

  /** Shows what the store holds; an answer to the question as it was before the author changed it is told and dropped. */
  restore(early = null) {
    if (this.isUnsaved) return;
    const stored = this.owner.store.read(this.name, (value) => this.canBe(value));
    const isOutdated = stored !== null && stored.hash !== this.root.dataset.hash;
    this.state = stored === null || isOutdated ? this.fresh() : this.decidedNow(stored);
    this.part("[data-changed]").hidden = !isOutdated;
    this.show();
    if (stored === null && early !== null) this.takeOver(early);
  }

  /** Synonyms and the engine may have changed since the answer was checked: what is shown is decided now. */
  decidedNow(state) {
    if (state.outcome !== "right" && state.outcome !== "wrong") return state;
    const { correct, parts } = this.type.decide(this.key, state.response);
    return parts.length ? { ...state, outcome: correct ? "right" : "wrong" } : state;
  }

  /** What was chosen or typed while the script was still on its way is not lost. */
  takeOver(response) {
    const isUntouched = JSON.stringify(response) === JSON.stringify(this.type.read(this.root));
    if (isUntouched || !this.type.accepts(this.key, response)) return;
    this.state = { ...this.state, response };
    this.isUnsaved = true;
    this.save();
    this.show();
  }

  save() {
    if (this.isUnsaved) this.isUnsaved = !this.owner.store.write(this.name, this.state);
  }

  /** Whether a stored value can be this question's state; a response to another version of it is not looked at. */
  canBe(value) {
    return isState(value) && (value.hash !== this.root.dataset.hash || this.type.accepts(this.key, value.response));
  }

  fresh() {
    return { hash: this.root.dataset.hash, response: this.type.start, attempts: 0, outcome: "open" };
  }

  listen() {
    const { signal } = this.owner;
    const on = (name, handler) => this.root.addEventListener(name, handler, { signal });
    on("input", () => this.respond());
    on("change", () => this.respond());
    on("keydown", (event) => { if (isEnterInField(event)) { event.preventDefault(); this.check(); } });
    on("click", (event) => this.clicked(event.target.closest("button")));
  }

  clicked(button) {
    if (!button) return;
    if (button.dataset.move) this.move(button);
    if (button.dataset.do === "check") this.check();
    if (button.dataset.do === "again") this.again();
    if (button.dataset.do === "show") this.reveal();
  }

  respond() {
    if (this.state.outcome !== "open") return;
    this.type.follow?.(this.root);
    this.say(null);
    this.keep({ ...this.state, response: this.type.read(this.root) });
  }

  move(button) {
    const item = button.closest("[data-value]");
    if (!moveInOrder(item, Number(button.dataset.move))) return;
    this.respond();
    const items = orderItems(this.root);
    const words = { place: items.indexOf(item) + 1, total: items.length, text: textOf(item.querySelector("[data-text]")) };
    this.part("[data-moved]").textContent = say(this.owner.lang, "moved", words);
  }

  check() {
    if (this.state.outcome !== "open") return;
    const response = this.type.read(this.root);
    const missing = this.type.missing(this.key, response);
    if (missing) {
      this.say([missing, {}]);
      this.firstControl().focus();
      return;
    }
    const outcome = this.type.decide(this.key, response).correct ? "right" : "wrong";
    this.keep({ ...this.state, response, attempts: this.state.attempts + 1, outcome });
    this.show();
    this.part("[data-result]").focus();
  }

  again() {
    const response = this.type.again(this.state.response, this.type.decide(this.key, this.state.response));
    this.keep({ ...this.state, response, outcome: "open" });
    this.show();
    const control = this.firstControl();
    control.focus();
    if (control.type === "text") control.select();
  }

  reveal() {
    this.keep({ ...this.state, response: this.type.answer(this.key, this.state.response), outcome: "shown" });
    this.show();
    this.part("[data-result]").focus();
  }

  /** Back to the beginning, without a word to the store. */
  reset() {
    this.isUnsaved = false;
    this.state = this.fresh();
    this.show();
  }

  keep(state) {
    this.state = state;
    this.part("[data-changed]").hidden = true;
    this.isUnsaved = true;
    this.owner.save();
    this.owner.changed();
  }

  show() {
    const { outcome, response, attempts } = this.state;
    const decided = outcome === "open" ? OPEN : this.type.decide(this.key, response);
    this.root.dataset.outcome = outcome;
    this.type.write(this.root, response);
    this.lock(outcome !== "open");
    const moved = this.part("[data-moved]");
    if (moved) moved.textContent = "";
    this.showParts(decided);
    this.showResult(decided);
    this.type.explain?.(this.root, this.key, this.state, this.owner.lang);
    this.button("check").hidden = outcome !== "open";
    this.button("again").hidden = outcome !== "wrong";
    this.button("show").hidden = outcome !== "wrong" || attempts < ATTEMPTS_BEFORE_ANSWER;
  }

  showParts(decided) {
    this.root.querySelectorAll("[data-part]").forEach((part, place) => {
      const state = this.partState(decided.parts[place]);
      part.dataset.part = state;
      const mark = part.querySelector("[data-mark]");
      if (mark) mark.textContent = state && say(this.owner.lang, `${this.type.mark || "part"}_${state}`);
    });
    this.root.querySelectorAll("[data-feedback]").forEach((why) => {
      why.hidden = !decided.feedback.includes(Number(why.dataset.feedback));
    });
  }

  partState(part) {
    if (typeof part !== "boolean") return "";
    if (this.state.outcome === "shown") return "answer";
    return part ? "right" : "wrong";
  }

  showResult(decided) {
    const { outcome } = this.state;
    const verdict = this.part("[data-verdict]");
    const key = verdictKey(outcome, decided.parts);
    verdict.hidden = outcome === "open";
    verdict.dataset.verdict = key;
    verdict.textContent = outcome === "open" ? "" : say(this.owner.lang, key);
    this.part("[data-where]").hidden = outcome === "open";
    this.say(outcome === "shown" ? null : decided.note);
    this.showAnswer(outcome === "shown" && this.type.spoken);
    const why = this.part("[data-why]");
    if (why) why.hidden = outcome !== "right" && outcome !== "shown";
  }

  showAnswer(spoken) {
    const answer = this.part("[data-answer]");
    answer.hidden = !spoken;
    answer.textContent = spoken ? say(this.owner.lang, "right_answer", { answer: spoken(this.key, this.owner.lang) }) : "";
  }

  say(note) {
    const line = this.part("[data-note]");
    line.hidden = note === null;
    line.textContent = note === null ? "" : say(this.owner.lang, ...note);
  }

  lock(isLocked) {
    this.root.querySelectorAll(CONTROLS).forEach((control) => { control.disabled = isLocked; });
  }

  firstControl() {
    const ticked = this.root.querySelector("input:checked:not([type=checkbox])");
    return ticked || this.part(CONTROLS);
  }

  part(selector) {
    return this.root.querySelector(selector);
  }

  button(action) {
    return this.part(`[data-do="${action}"]`);
  }
}

const ATTEMPTS_BEFORE_ANSWER = 2;
const CONTROLS = "fieldset :is(input, select, textarea, button)";
const OPEN = { correct: false, parts: [], feedback: [], note: null };

function verdictKey(outcome, parts) {
  return outcome === "wrong" && parts.includes(true) ? "partly" : outcome;
}

function isEnterInField(event) {
  return event.key === "Enter" && !event.isComposing && event.target.matches("input[type=text]");
}
