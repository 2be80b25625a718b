/** One self-check question: what the reader does becomes its next state, which is kept and shown. */
class SelfCheckItem extends SelfCheckView {
  /** `owner` gives {lang, store, on(target, name, listener), save(), changed(), checked(item)}. */
  constructor(root, owner) {
    super(root, owner.lang);
    this.owner = owner;
    this.id = root.dataset.item;
    this.name = `check/${this.id}`;
    this.pool = root.dataset.pool;
    this.isUnsaved = false;
  }

  /** Stands where the run has it, its parts in the order that the number gives; without a number it is not asked. */
  deal(number) {
    this.isAsked = number !== undefined;
    this.root.hidden = !this.isAsked;
    if (number === this.number) return;
    this.number = number;
    if (this.isAsked && "shuffles" in this.root.dataset) this.type.shuffle(this.root, this.key, number);
  }

  begin() {
    this.restore(this.type.read(this.root));
    this.listen();
  }

  /** Shows what the store holds; an answer to the question as it was before the author changed it is told and dropped. */
  restore(early = null) {
    if (this.isUnsaved) return;
    const stored = this.owner.store.read(this.name, (value) => this.canBe(value));
    const isOutdated = stored !== null && stored.hash !== this.root.dataset.hash;
    this.state = stored === null || isOutdated ? this.fresh() : this.decidedNow({ ...this.fresh(), ...stored });
    this.part("[data-changed]").hidden = !isOutdated;
    this.show();
    if (stored === null && early !== null) this.takeOver(early);
  }

  /** Synonyms and the engine may have changed since the answer was checked: what is shown is decided now. */
  decidedNow(state) {
    if (state.outcome !== "right" && state.outcome !== "wrong") return state;
    const decided = this.type.decide(this.key, state.response);
    return decided.parts.length ? { ...state, ...outcomeOf(decided) } : state;
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
    return { hash: this.root.dataset.hash, response: this.type.start, attempts: 0, outcome: "open", share: 0, hints: 0, earlier: 0 };
  }

  listen() {
    const on = (name, listener) => this.owner.on(this.root, name, listener);
    on("input", () => this.respond());
    on("keydown", (event) => { if (isEnterInField(event)) { event.preventDefault(); this.check(); } });
    on("click", (event) => this.clicked(event.target.closest("button")));
    this.hints.forEach((hint, at) => this.owner.on(hint, "toggle", () => { if (hint.open) this.hinted(at + 1); }));
  }

  /** A button moves a thing up or down, or does what it names: "check", "again" or "reveal". */
  clicked(button) {
    if (button?.dataset.move) this.move(button);
    this[button?.dataset.do]?.();
  }

  hinted(hints) {
    if (hints <= this.state.hints) return;
    this.keep({ ...this.state, hints });
    this.showHints();
  }

  respond() {
    if (this.isChecked) return;
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
    this.part("[data-moved]").textContent = say(this.lang, "moved", words);
  }

  check() {
    if (this.isChecked) return;
    const response = this.type.read(this.root);
    const missing = this.type.missing(this.key, response);
    if (missing) {
      this.say([missing, {}]);
      this.firstControl().focus();
      return;
    }
    this.turn({ response, attempts: this.state.attempts + 1, ...outcomeOf(this.type.decide(this.key, response)) });
    this.owner.checked(this);
  }

  again() {
    const response = this.type.again(this.state.response, this.type.decide(this.key, this.state.response));
    this.turn({ response, outcome: "open" });
    const control = this.firstControl();
    control.focus();
    if (control.type === "text") control.select();
  }

  /** Showing the answer leaves the points of the last attempt. */
  reveal() {
    this.turn({ response: this.type.answer(this.key, this.state.response), outcome: "shown" });
    this.owner.checked(this);
  }

  /** Open again as if never tried; that it was tried is not forgotten. */
  anew() {
    const { earlier, attempts } = this.state;
    this.turn({ ...this.fresh(), earlier: earlier + attempts });
  }

  /** Back to the beginning, without a word to the store. */
  reset() {
    this.isUnsaved = false;
    this.state = this.fresh();
    this.show();
  }

  turn(changes) {
    this.keep({ ...this.state, ...changes });
    this.show();
  }

  keep(state) {
    this.state = state;
    this.part("[data-changed]").hidden = true;
    this.isUnsaved = true;
    this.owner.save();
    this.owner.changed();
  }
}

/** What a decision makes of a state; an answer that cannot be right in part has all of its points or none. */
function outcomeOf({ correct, share = Number(correct) }) {
  return { outcome: correct ? "right" : "wrong", share };
}

function isEnterInField(event) {
  return event.key === "Enter" && !event.isComposing && event.target.matches("input[type=text]");
}
