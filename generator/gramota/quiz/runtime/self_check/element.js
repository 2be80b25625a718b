/** <gramota-self-check>: the questions of one letter, which of them are asked, their progress and outcome. */
class SelfCheckElement extends Block {
  begin() {
    this.run = [];
    learnOwnWords();
    this.store = new Store(this.dataset.site, this.dataset.letter, (trouble) => showTrouble(this, trouble));
    this.items = [...this.querySelectorAll("[data-item]")].map((root) => new SelfCheckItem(root, this));
    this.outcome = new SelfCheckOutcome(this.querySelector("[data-outcome-of-all]"), this.lang);
    this.deal();
    this.keepRun();
    this.items.forEach((item) => item.begin());
    this.store.watch(this, (name) => this.changedElsewhere(name));
    // Browsers put back what forms held: after a reload that may be older than what is stored.
    this.on(window, "pageshow", () => this.changedElsewhere(""));
    // A theme that changes pages without loading them anew may bring the rubric's script later.
    this.on(window, "gramota-rubric", () => { learnOwnWords(); this.changedElsewhere(""); });
    askFirst(this, "start-over", () => this.startOver());
    this.on(this.querySelector("[data-do=wrong-again]"), "click", () => this.wrongAgain());
    this.changed();
  }

  /** The questions of this run, in the letter's order. */
  get asked() {
    return this.items.filter((item) => item.isAsked);
  }

  /** Draws and shuffles: as the store has it, or as it was, and anew what neither knows. */
  deal(before = this.store.read(RUN, isDeal)?.asked ?? this.run) {
    this.run = dealt(this.items, JSON.parse(this.dataset.ask || "{}"), before);
    const numbers = new Map(this.run);
    this.items.forEach((item) => item.deal(numbers.get(item.id)));
    const total = this.run.length;
    this.asked.forEach((item, at) => { item.part("[data-number]").textContent = say(this.lang, "kicker", { number: at + 1, total }); });
  }

  /** Not where another tab has just cleared everything: then only what is done from now on. */
  keepRun() {
    const kept = this.store.read(RUN, isDeal)?.asked;
    if (String(this.run) !== String(kept)) this.store.write(RUN, { asked: this.run });
  }

  /** Another tab answered this question, dealt anew, or cleared everything (no name). */
  changedElsewhere(name) {
    const focused = document.activeElement;
    if (!name || name === RUN) this.deal();
    this.items.filter((item) => !name || name === RUN || item.name === name).forEach((item) => item.restore());
    this.changed();
    if (this.contains(focused)) this.keepFocus(focused);
  }

  /** What has moved keeps the focus; where it is locked or hidden now, the question gets it, or the progress. */
  keepFocus(focused) {
    const around = focused.closest("[data-item]") || this;
    const places = [focused, ...around.querySelectorAll(`${CONTROLS}, [data-result]`), this.querySelector("[data-progress-line]")];
    places.find((place) => place.offsetParent && !place.disabled).focus({ preventScroll: true });
  }

  /** Saves what was just done, and what could not be saved before: the store may have room by now. */
  save() {
    this.keepRun();
    this.items.forEach((item) => item.save());
    if (this.store.isKeeping && !this.items.some((item) => item.isUnsaved)) hideTrouble(this);
  }

  /** Tells the progress anew. */
  changed() {
    const { asked } = this;
    const right = asked.filter((item) => item.isRight).length;
    const checked = asked.filter((item) => item.isChecked).length;
    const line = say(this.lang, "progress", { right, total: asked.length, checked });
    const shown = this.querySelector("[data-progress-line]");
    if (shown.textContent !== line) shown.textContent = line;
    this.querySelector("[data-progress-bar]").value = right;
    this.outcome.show(asked);
  }

  /** A question was just checked: the focus goes to what is wrong with the answer, or to the outcome of all. */
  checked(item) {
    if (this.outcome.isThere && item.state.outcome !== "wrong") this.outcome.focus();
    else item.part("[data-result]").focus();
  }

  wrongAgain() {
    const wrong = this.asked.filter((item) => !item.isRight);
    const isWrong = (id) => wrong.some((item) => item.id === id);
    this.deal(this.run.map(([id, number]) => [id, isWrong(id) ? randomNumber() : number]));
    wrong.forEach((item) => item.anew());
    wrong[0].firstControl().focus();
  }

  startOver() {
    this.store.forget("check/");
    this.deal([]);
    this.keepRun();
    this.items.forEach((item) => item.reset());
    this.changed();
    this.querySelector("[data-progress-line]").focus();
  }
}

const RUN = "run";
