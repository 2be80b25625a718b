/** <gramota-read>: the letter's end, where the reader confirms this revision, or sees what has changed since an earlier one. */
class ReadElement extends Block {
  begin() {
    this.unsaved = null;
    this.store = new Store(this.dataset.site, this.dataset.letter, (trouble) => showTrouble(this, trouble));
    const actions = { read: () => this.confirm(), unread: () => this.takeBack() };
    // The second click of a double one would take back what the first one said: both buttons stand in one place.
    this.on(this, "click", ({ target, detail }) => { if (detail < 2) actions[target.closest("[data-do]")?.dataset.do]?.(); });
    this.store.watch(this, (name, isGone) => { if (isGone) this.unsaved = null; this.show(); });
    this.on(window, "pageshow", () => this.show());
    this.show();
  }

  confirm() {
    const stamp = newStamp(this.dataset);
    this.unsaved = keepStamp(this.store, "read", stamp) ? null : stamp;
    if (!this.unsaved) hideTrouble(this);
    this.show();
    this.part("line").focus();
  }

  /** A slip of the hand: what was confirmed before this revision is known again. */
  takeBack() {
    this.unsaved = null;
    this.store.remove(`read/${this.dataset.revision}`);
    this.show();
    this.querySelector("[data-do=read]").focus();
  }

  show() {
    const stamp = this.unsaved || lastStamp(this.store, "read", this.dataset);
    const state = stampState(stamp, this.dataset);
    this.dataset.state = state;
    const isLimited = state === "valid" && this.dataset.validFor;
    this.part("line").textContent = say(this.lang, isLimited ? "read_valid_until" : `read_${state}`, this.words(stamp));
    this.querySelector("[data-do=read]").hidden = state === "valid";
    this.querySelector("[data-do=unread]").hidden = state !== "valid";
    this.showChanges(state === "changed" ? stamp.revision : Infinity);
    this.showInHead(stamp, state);
  }

  words(stamp) {
    if (stamp === null) return {};
    const { revision, validFor } = this.dataset;
    const end = validFor ? localDate(lastMoment(stamp.at, validFor), this.lang) : "";
    return { date: localDate(stamp.at, this.lang), revision: stamp.revision, now: revision, end };
  }

  /** Tells, beside the button, what is new since the revision that the reader knows. */
  showChanges(known) {
    const news = [...document.querySelectorAll(".gramota-changes [data-change]")].filter((change) => Number(change.dataset.change) > known);
    this.part("changes").replaceChildren(...news.map((change) => change.cloneNode(true)));
  }

  showInHead(stamp, state) {
    document.querySelectorAll("[data-read-state]").forEach((shown) => {
      shown.dataset.readState = state;
      const key = state === "none" ? "head_none" : "head_again";
      shown.textContent = state === "valid" ? localDate(stamp.at, this.lang) : say(this.lang, key);
    });
    const title = document.querySelector("[data-changes-title]");
    if (!title) return;
    this.changesTitle ??= title.textContent;
    title.parentNode.dataset.state = state;
    title.textContent = state === "changed" ? say(this.lang, "changes_since", this.words(stamp)) : this.changesTitle;
  }

  part(name) {
    return this.querySelector(`[data-read-${name}]`);
  }
}
