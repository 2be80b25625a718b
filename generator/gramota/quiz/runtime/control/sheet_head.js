/** The head of the control sheet: who answers, since when, and whether the letter is confirmed as read. */
class SheetHead {
  /** `owner` gives {store, on(target, name, listener), lang, dataset, changed()}. */
  constructor(root, owner) {
    this.owner = owner;
    this.name = "sheet/head";
    this.fields = [...root.querySelectorAll("[data-learner]")];
    this.note = root.querySelector("[data-learner-note]");
    this.noteText = this.note.textContent;
    this.tick = root.querySelector("[data-acknowledge]");
    this.revised = root.querySelector("[data-revised]");
    this.read = null;
    this.started = "";
    this.edited = 0;
    this.isEdited = false;
    this.isReadUnsaved = false;
    this.restore();
    this.fields.forEach((field) => owner.on(field, "input", () => this.typed()));
    owner.on(this.tick, "input", () => this.ticked());
  }

  get isUnsaved() {
    return this.isEdited || this.isReadUnsaved;
  }

  get isAcknowledged() {
    return this.tick.checked;
  }

  /** {id?, name?}, trimmed; what is empty is absent. */
  learner() {
    const entries = this.fields.map((field) => [field.dataset.learner, field.value.trim()]);
    return Object.fromEntries(entries.filter(([, text]) => text));
  }

  restore() {
    this.restoreRead();
    const stored = this.owner.store.read(this.name, isHead);
    if (stored === null || stored.edited < this.edited) return;
    this.edited = stored.edited;
    this.started = stored.started;
    this.isEdited = false;
    this.show(stored);
  }

  show({ learner }) {
    this.fields.forEach((field) => {
      const text = learner[field.dataset.learner] || "";
      if (field.value !== text) field.value = text;
    });
  }

  /** The letter's own page keeps the same stamp; one that could not be saved stays while the page is open. */
  restoreRead() {
    if (!this.isReadUnsaved) this.showRead(lastStamp(this.owner.store, "read", this.owner.dataset));
  }

  /** Says why the tick is gone where an earlier revision was confirmed, or too long ago. */
  showRead(stamp) {
    const state = stampState(stamp, this.owner.dataset);
    this.read = state === "valid" ? stamp : null;
    this.tick.checked = state === "valid";
    this.revised.hidden = state !== "changed" && state !== "expired";
    const words = { revision: this.owner.dataset.revision, date: stamp && localDate(stamp.at, this.owner.lang) };
    this.revised.textContent = this.revised.hidden ? "" : say(this.owner.lang, `sheet_${state}`, words);
  }

  ticked() {
    const { store, dataset } = this.owner;
    const stamp = newStamp(dataset);
    if (!this.tick.checked) store.remove(`read/${dataset.revision}`);
    this.isReadUnsaved = this.tick.checked && !keepStamp(store, "read", stamp);
    this.showRead(this.tick.checked ? stamp : lastStamp(store, "read", dataset));
    this.owner.changed();
  }

  typed() {
    this.edited = laterThan(this.edited);
    this.isEdited = true;
    this.complain(false);
    this.owner.changed();
  }

  /** Remembers the first time that anything was typed. */
  begin() {
    if (this.started) return;
    this.started = new Date().toISOString();
    this.isEdited = true;
    this.save();
  }

  save() {
    if (this.isReadUnsaved) this.isReadUnsaved = !keepStamp(this.owner.store, "read", this.read);
    if (!this.isEdited) return;
    const learner = Object.fromEntries(this.fields.map((field) => [field.dataset.learner, field.value]));
    const head = { learner, started: this.started, edited: this.edited };
    this.isEdited = !this.owner.store.write(this.name, head);
  }

  keepAnew() {
    this.isEdited = true;
    this.isReadUnsaved = this.isAcknowledged;
  }

  clear() {
    this.started = "";
    this.edited = 0;
    this.isEdited = false;
    this.isReadUnsaved = false;
    this.show({ learner: {} });
    this.showRead(null);
    this.complain(false);
  }

  /** Whether it is known who answers; where not, says so at the field. */
  check() {
    const isKnown = Object.keys(this.learner()).length > 0;
    this.complain(!isKnown);
    if (!isKnown) this.fields[0].focus();
    return isKnown;
  }

  complain(isMissing) {
    this.note.textContent = isMissing ? say(this.owner.lang, "name_needed") : this.noteText;
    this.note.dataset.learnerNote = isMissing ? "wrong" : "";
    this.fields.forEach((field) => field.setAttribute("aria-invalid", String(isMissing)));
  }
}

function isHead({ learner, started, edited }) {
  return learner !== null && typeof learner === "object" && Object.values(learner).every((text) => typeof text === "string")
    && Number.isFinite(edited) && (started === "" || isIsoTime(started));
}

function isIsoTime(text) {
  return typeof text === "string" && !Number.isNaN(Date.parse(text));
}
