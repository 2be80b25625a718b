/** The head of the control sheet: who answers, since when, and whether the letter is acknowledged. */
class SheetHead {
  /** `owner` gives {store, signal, lang, dataset, changed()}. */
  constructor(root, owner) {
    this.owner = owner;
    this.name = "sheet/head";
    this.fields = [...root.querySelectorAll("[data-learner]")];
    this.note = root.querySelector("[data-learner-note]");
    this.noteText = this.note.textContent;
    this.tick = root.querySelector("[data-acknowledge]");
    this.revised = root.querySelector("[data-revised]");
    this.acknowledged = null;
    this.started = "";
    this.edited = 0;
    this.isUnsaved = false;
    this.restore();
    [...this.fields, this.tick].forEach((field) => field.addEventListener("input", () => this.typed(), { signal: owner.signal }));
  }

  get revision() {
    return Number(this.owner.dataset.revision);
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
    const stored = this.owner.store.read(this.name, isHead);
    if (stored === null || stored.edited < this.edited) return;
    this.edited = stored.edited;
    this.started = stored.started;
    this.isUnsaved = false;
    this.show(stored);
  }

  show({ learner, acknowledged }) {
    this.fields.forEach((field) => {
      const text = learner[field.dataset.learner] || "";
      if (field.value !== text) field.value = text;
    });
    this.tick.checked = acknowledged === this.revision;
    this.acknowledge(acknowledged);
  }

  /** Remembers which revision was acknowledged, and says why the tick is gone where it was an earlier one. */
  acknowledge(revision) {
    this.acknowledged = revision;
    this.revised.hidden = revision === null || revision >= this.revision;
  }

  /** An earlier revision stays known until this one is ticked. */
  ticked() {
    if (this.isAcknowledged) return this.revision;
    return this.acknowledged === this.revision ? null : this.acknowledged;
  }

  typed() {
    this.edited = Date.now();
    this.isUnsaved = true;
    this.acknowledge(this.ticked());
    this.complain(false);
    this.save();
    this.owner.changed();
  }

  /** Remembers the first time that anything was typed. */
  begin() {
    if (this.started) return;
    this.started = new Date().toISOString();
    this.isUnsaved = true;
    this.save();
  }

  save() {
    if (!this.isUnsaved) return;
    const learner = Object.fromEntries(this.fields.map((field) => [field.dataset.learner, field.value]));
    const head = { learner, acknowledged: this.ticked(), started: this.started, edited: this.edited };
    this.isUnsaved = !this.owner.store.write(this.name, head);
  }

  clear() {
    this.started = "";
    this.edited = 0;
    this.isUnsaved = false;
    this.show({ learner: {}, acknowledged: null });
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

function isHead({ learner, acknowledged, started, edited }) {
  return learner !== null && typeof learner === "object" && Object.values(learner).every((text) => typeof text === "string")
    && (acknowledged === null || Number.isSafeInteger(acknowledged)) && Number.isFinite(edited)
    && (started === "" || isIsoTime(started));
}

function isIsoTime(text) {
  return typeof text === "string" && !Number.isNaN(Date.parse(text));
}
