/** What of a self-check question is seen: its state, an outcome and a response, put onto the page. */
class SelfCheckView {
  constructor(root, lang) {
    this.root = root;
    this.lang = lang;
    this.worth = Number(root.dataset.worth);
    this.limit = Number(root.dataset.attempts ?? Infinity);
    this.type = questionTypes[root.dataset.type];
    this.key = JSON.parse(root.dataset.key);
    this.hints = [...root.querySelectorAll("[data-hint]")];
    this.hintsShown = 0;
  }

  get isRight() {
    return this.state.outcome === "right";
  }

  get isChecked() {
    return this.state.outcome !== "open";
  }

  get isClosed() {
    return this.state.attempts >= this.limit;
  }

  get points() {
    return this.state.share * this.worth;
  }

  get prompt() {
    const prompt = this.part(".gramota-prompt").cloneNode(true);
    prompt.querySelector("input")?.replaceWith("___");
    return textOf(prompt);
  }

  /** The link to where the letter has the answer. */
  get section() {
    return this.part("[data-where] a");
  }

  get verdictKey() {
    return this.state.outcome === "wrong" && this.state.share > 0 ? "partly" : this.state.outcome;
  }

  /** The outcome in words. */
  get verdict() {
    return say(this.lang, this.verdictKey);
  }

  /** The points in words, where they tell more than the outcome. */
  get pointsTold() {
    const isPlain = this.worth === 1 && Number.isInteger(this.state.share);
    return isPlain ? [] : [pointsText(this.lang, this.points, this.worth)];
  }

  show() {
    const { outcome, response, attempts } = this.state;
    const decided = this.isChecked ? this.type.decide(this.key, response) : OPEN;
    this.root.dataset.outcome = outcome;
    this.type.write(this.root, response);
    this.lock(this.isChecked);
    this.showParts(decided);
    this.showResult(decided);
    this.showHints();
    this.type.explain?.(this.root, this.key, this.state, (...words) => say(this.lang, ...words));
    const mayShow = !("noAnswer" in this.root.dataset) && (this.isClosed || attempts >= ATTEMPTS_BEFORE_ANSWER);
    this.button("check").hidden = this.isChecked;
    this.button("again").hidden = outcome !== "wrong" || this.isClosed;
    this.button("reveal").hidden = outcome !== "wrong" || !mayShow;
  }

  /** Each hint is offered once the one before it was opened; one that the reader has closed again stays closed. */
  showHints() {
    const { hints } = this.state;
    this.hints.forEach((hint, at) => {
      hint.hidden = at > hints;
      hint.open = at < hints && (hint.open || at >= this.hintsShown);
    });
    this.hintsShown = hints;
  }

  showParts(decided) {
    this.root.querySelectorAll("[data-part]").forEach((part, index) => {
      const state = this.partState(decided.parts[part.dataset.place ?? index]);
      part.dataset.part = state;
      const mark = part.querySelector("[data-mark]");
      if (mark) mark.textContent = state && say(this.lang, (this.type.mark || "part_") + state);
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
    this.part("[data-result]").dataset.said = this.verdictKey;
    this.part("[data-verdict-line]").hidden = !this.isChecked;
    this.part("[data-verdict]").textContent = this.isChecked ? this.verdict : "";
    this.part("[data-verdict-more]").textContent = [...this.pointsTold, ...this.attemptsLeft()].map((words) => ` · ${words}`).join("");
    this.part("[data-where]").hidden = !this.isChecked;
    this.say(outcome === "shown" ? null : decided.note);
    this.showAnswer(outcome === "shown" && this.type.spoken);
    const why = this.part("[data-why]");
    if (why) why.hidden = outcome !== "right" && outcome !== "shown";
  }

  attemptsLeft() {
    if (this.state.outcome !== "wrong" || this.limit === Infinity) return [];
    const count = this.limit - this.state.attempts;
    return [say(this.lang, this.isClosed ? "attempts_gone" : "attempts_left", { count })];
  }

  showAnswer(spoken) {
    const answer = this.part("[data-answer]");
    answer.hidden = !spoken;
    answer.textContent = spoken ? say(this.lang, "right_answer", { answer: spoken(this.key, this.lang) }) : "";
  }

  say(note) {
    const line = this.part("[data-note]");
    line.hidden = note === null;
    line.textContent = note === null ? "" : say(this.lang, ...note);
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
