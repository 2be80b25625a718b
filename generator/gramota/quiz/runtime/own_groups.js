/**
 * The groups that letters are for, where the page lists them in place of letters: which of them the reader is in, and the
 * letters of those, loaded piece by piece.
 */
class OwnGroups {
  constructor(home) {
    this.home = home;
    this.boxes = [...home.querySelectorAll("[data-own]")];
    this.listed = [...home.querySelectorAll("[data-piece]")];
    this.isThere = this.listed.length > 0;
    this.pieces = new ScriptPieces(home.dataset.pieces, "gramotaLetters");
    this.failed = new Set();
    this.boxes.forEach((box) => home.on(box, "change", () => this.choose(box)));
  }

  /** Shows what is kept; whoever chose one audience while there were few letters has chosen it here too. */
  read() {
    if (!this.boxes.length || this.isUnkept) return;
    const kept = this.home.store.read("own", ({ names }) => Array.isArray(names) && names.every((name) => typeof name === "string"));
    const earlier = kept || this.home.store.read("audience", ({ name }) => typeof name === "string");
    this.names = kept ? kept.names : [earlier?.name].filter(Boolean);
    if (earlier) this.boxes.forEach((box) => { box.checked = this.names.includes(box.value); });
  }

  choose({ value, checked }) {
    const others = this.names.filter((name) => name !== value);
    this.names = checked ? [...others, value] : others;
    this.isUnkept = !this.home.keep("own", { names: this.names });
    this.failed.clear();
    this.home.show();
  }

  own() {
    return this.listed.filter((group) => group.querySelector("[data-own]")?.checked ?? true);
  }

  /** What is said in place of the letters, null while they are on their way, "" where they are there. */
  notice() {
    if (!this.isThere) return "";
    const own = this.own();
    if (!own.length) return "choose";
    const missing = own.map((group) => group.dataset.piece).filter((name) => !this.pieces.arrived.has(name));
    if (missing.some((name) => this.failed.has(name))) return "not_loaded";
    missing.forEach((name) => this.pieces.load(name).catch(() => this.failed.add(name)).then(() => this.home.later()));
    return missing.length ? null : "";
  }

  letters() {
    return this.own().flatMap((group) => this.lettersOf(group));
  }

  /** The letters of a group that have arrived and are in the language chosen. */
  lettersOf({ dataset: { piece } }) {
    const rows = this.pieces.arrived.get(piece) || [];
    return rows.filter(({ lang }) => !isOther(lang, this.home.speaks)).map(letterOfPiece);
  }

  /** Says of each of the reader's groups how much is done, where it otherwise says how many letters there are. */
  showCounts() {
    const own = this.own();
    this.listed.forEach((group) => {
      const count = group.querySelector("[data-count]");
      count.dataset.count ||= count.textContent;
      const { open, total } = this.home.toDoOf(own.includes(group) ? this.lettersOf(group) : []);
      count.textContent = total ? say(this.home.lang, "home_done", { done: total - open.length, total }) : count.dataset.count;
      group.dataset.state = total && !open.length ? "done" : "";
    });
  }
}
