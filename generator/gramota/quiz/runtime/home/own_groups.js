/**
 * The groups that letters are for, where the page lists them in place of letters: which of them the reader is in, and the
 * letters of those, loaded piece by piece. What is kept, and when to show anew, is the page's business.
 */
class OwnGroups {
  constructor(page) {
    this.boxes = [...page.querySelectorAll("[data-own]")];
    this.listed = [...page.querySelectorAll("[data-piece]")];
    this.isThere = this.listed.length > 0;
    this.pieces = new ScriptPieces(page.dataset.pieces, "gramotaLetters");
    this.failed = new Set();
  }

  tick(names) {
    this.boxes.forEach((box) => { box.checked = names.includes(box.value); });
  }

  /** Lists the groups that have letters in the language chosen. */
  speak(lang) {
    this.lang = lang;
    this.listed.forEach((group) => { group.hidden = !lettersIn(group, lang); });
  }

  own() {
    return this.listed.filter((group) => !group.hidden && (group.querySelector("[data-own]")?.checked ?? true));
  }

  /** What is said in place of the letters, "" where they are there, and the names of the pieces that are not. */
  state() {
    const own = this.own().map((group) => group.dataset.piece);
    const missing = own.filter((name) => !this.pieces.arrived.has(name));
    const notice = missing.some((name) => this.failed.has(name)) ? "not_loaded" : "";
    const none = this.boxes.some((box) => box.checked) ? "unspoken" : "choose";
    return { notice: own.length || !this.isThere ? notice : none, missing: notice ? [] : missing };
  }

  /** A promise that settles when each of the pieces has arrived or failed. */
  load(names) {
    return Promise.all(names.map((name) => this.pieces.load(name).catch(() => this.failed.add(name))));
  }

  letters() {
    return this.own().flatMap((group) => this.lettersOf(group));
  }

  /** The letters of a group that have arrived and are in the language chosen. */
  lettersOf({ dataset: { piece } }) {
    const rows = this.pieces.arrived.get(piece) || [];
    return rows.filter(({ lang }) => !isOther(lang, this.lang)).map(letterOfPiece);
  }

  /** Says of each of the reader's groups how much is done, where it otherwise says how many letters there are. */
  showCounts(toDoOf, lang) {
    const own = this.own();
    this.listed.forEach((group) => {
      const { open, total } = toDoOf(own.includes(group) ? this.lettersOf(group) : []);
      const count = group.querySelector("[data-count]");
      count.dataset.count ||= count.textContent;
      const there = count.dataset.count.replace(/\d+/, (all) => (this.lang ? lettersIn(group, this.lang) : all));
      count.textContent = total ? say(lang, "home_done", { done: total - open.length, total }) : there;
      group.dataset.state = total && !open.length ? "done" : "";
    });
  }
}

/** How many letters a group has in the language; some, where none is chosen. */
function lettersIn(group, lang) {
  return lang ? Number(group.dataset.in.match(`${lang}:(\\d+)`)?.[1]) || 0 : 1;
}
