/** What the self-check came to, once every question of the run was checked: points, outcomes, what to read again. */
class SelfCheckOutcome {
  constructor(root, lang) {
    this.root = root;
    this.lang = lang;
    this.title = root.querySelector("[data-outcome-title]");
  }

  show(items) {
    this.isThere = items.every((item) => item.isChecked);
    const title = this.isThere ? this.told(items) : "";
    if (this.title.textContent !== title) this.title.textContent = title;
    this.part("body").hidden = !this.isThere;
    if (this.isThere) this.showBody(items, items.filter((item) => !item.isRight));
  }

  /** Moves no further than it must: what the last answer brought stays in sight where there is room. */
  focus() {
    this.root.scrollIntoView({ block: "nearest" });
    this.title.focus({ preventScroll: true });
  }

  told(items) {
    const total = items.length;
    const right = items.filter((item) => item.isRight).length;
    const sum = (amount) => items.reduce((all, item) => all + amount(item), 0);
    const [points, worth] = [sum((item) => item.points), sum((item) => item.worth)];
    const said = [say(this.lang, "outcome", { right, total })];
    if (points !== right || worth !== total) said.push(pointsText(this.lang, points, worth));
    return said.join(" · ");
  }

  showBody(items, unsolved) {
    this.part("list").replaceChildren(...items.map((item) => this.line(item)));
    const sections = new Map(unsolved.map((item) => [item.section.href, item.section]));
    this.part("sections").replaceChildren(...[...sections.values()].map((link) => listed(link.cloneNode(true))));
    this.root.querySelectorAll("[data-outcome-unsolved]").forEach((part) => { part.hidden = !unsolved.length; });
  }

  line(item) {
    const link = element("a", "", item.prompt);
    link.href = `#${item.root.id}`;
    const line = listed(link, element("span", "gramota-mark", [item.verdict, ...item.pointsTold].join(" · ")));
    line.dataset.said = item.verdictKey;
    return line;
  }

  part(name) {
    return this.root.querySelector(`[data-outcome-${name}]`);
  }
}

function listed(...parts) {
  const item = element("li", "", "");
  item.append(...parts);
  return item;
}

function pointsText(lang, points, count) {
  return say(lang, "points", { points: new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }).format(points), count });
}
