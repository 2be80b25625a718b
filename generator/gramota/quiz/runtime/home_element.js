/** <gramota-home>: the list of letters, what this reader did with each, and what is to be done. */
class HomeElement extends Block {
  begin() {
    this.troubled = (trouble) => showTrouble(this, trouble);
    this.store = new Store(this.dataset.site, "", this.troubled);
    this.cards = [...this.querySelectorAll("[data-letter]")];
    this.filters = [["audience", "filter"], ["speaks", "speaks"]].map(([kept, name]) => [kept, this.querySelector(`[data-${name}]`)]).filter(([, filter]) => filter);
    const later = () => { this.frame ||= requestAnimationFrame(() => this.show()); };
    this.filters.forEach(([kept, filter]) => this.on(filter, "change", () => this.choose(kept, filter.value)));
    this.on(window, "storage", (event) => { if (isNewsOf(event, this.dataset.site)) later(); });
    this.on(window, "pageshow", (event) => { if (event.persisted) later(); });
    this.show();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
  }

  choose(kept, name) {
    if (this.store.write(kept, { name })) hideTrouble(this);
    const isAnyChosen = this.filters.some(([, filter]) => filter.value !== "");
    this.querySelectorAll("[data-more]").forEach((more) => { more.open = isAnyChosen; });
    this.show();
  }

  show() {
    this.frame = 0;
    this.showChosen();
    const touched = namesByLetter(this.dataset.site);
    const known = new Map();
    this.cards.forEach((card) => {
      const id = card.dataset.letter;
      const names = touched.get(keyPart(id));
      if (!known.has(id)) known.set(id, letterProgress(names && new Store(this.dataset.site, id, this.troubled), names || [], card.dataset));
      // Most cards of a long list say already what they should.
      if (names || "shown" in card.dataset) showSteps(card, known.get(id), this.lang);
    });
    this.showTodo(known);
  }

  /** Shows the letters of the audience and the language chosen; one that no letter has any more is no choice. */
  showChosen() {
    this.filters.forEach(([kept, filter]) => {
      const chosen = this.store.read(kept, ({ name }) => typeof name === "string");
      if (chosen && [...filter.options].some((option) => option.value === chosen.name)) filter.value = chosen.name;
    });
    const { audience = {}, speaks = {} } = Object.fromEntries(this.filters);
    if (speaks.value !== undefined) this.cards.forEach((card) => { card.hidden = isOther(card.dataset.lang, speaks.value); });
    this.querySelectorAll("[data-audience]").forEach((group) => {
      group.hidden = isOther(group.dataset.audience, audience.value) || !group.querySelector("[data-letter]:not([hidden])");
    });
  }

  /** Each letter once, in the language in which its reader is farthest; what was read in one need not be in another. */
  shownLetters(known) {
    const letters = new Map();
    this.cards.filter((card) => !card.closest("[hidden]")).forEach((card) => {
      const { letter, of = letter } = card.dataset;
      const found = { card, step: nextStep(known.get(letter)), isOwn: card.dataset.lang === this.lang };
      if (!letters.has(of) || isNearer(found, letters.get(of))) letters.set(of, found);
    });
    return letters;
  }

  showTodo(known) {
    const shown = this.shownLetters(known);
    const todo = [...shown.values()].filter(({ step }) => step);
    todo.sort((one, other) => one.step.rank - other.step.rank || other.card.dataset.date - one.card.dataset.date);
    const words = { done: shown.size - todo.length, total: shown.size };
    this.querySelector("[data-todo-line]").textContent = say(this.lang, "home_done", words);
    Object.assign(this.querySelector("[data-todo-bar]"), { value: words.done, max: words.total });
    const rows = todo.slice(0, TODO_ROWS).map(({ card, step }) => todoRow(card, step, this.lang));
    this.querySelector("[data-todo]").replaceChildren(...(rows.length ? rows : [allDoneRow(this.lang)]));
  }
}

const TODO_ROWS = 3;

function isNearer({ step, isOwn }, other) {
  if (!step || !other.step) return !step;
  return step.rank < other.step.rank || (step.rank === other.step.rank && isOwn);
}

/** Whether something was chosen, and not this. */
function isOther(value, chosen) {
  return Boolean(chosen) && value !== chosen;
}

function isNewsOf({ key }, site) {
  return key === null || key.startsWith(sitePrefix(site));
}

function showSteps(card, steps, lang) {
  card.dataset.shown = "";
  if (!card.querySelector("[data-step]")) showInRow(card, nextStep(steps), lang);
  else steps.forEach((step) => {
    const shown = card.querySelector(`[data-step=${step.name}]`);
    shown.dataset.state = step.state;
    shown.querySelector("[data-status]").textContent = stepText("step_", step, lang);
  });
}

/** A letter in one line has room for what comes next only. */
function showInRow(row, next, lang) {
  const status = row.querySelector("[data-status]") || row.appendChild(element("span", "", ""));
  status.dataset.status = "";
  status.textContent = next ? stepText("todo_", next, lang) : say(lang, "home_row_done");
  row.dataset.state = next ? next.state : "done";
}

function stepAddress(card, name) {
  const step = card.querySelector(`[data-step=${name}] a`);
  if (step) return step.href;
  const page = card.querySelector("[data-title]").href;
  if (name === "sheet") return card.dataset.sheet;
  return name === "check" ? `${page}#gramota-self-check` : page;
}

/** Takes the rows' room, so that nothing below moves. */
function allDoneRow(lang) {
  const row = element("li", "gramota-todo-none", "");
  row.append(element("strong", "", say(lang, "home_all_done")), " ", element("span", "", say(lang, "home_all_done_note")));
  return row;
}

function todoRow(card, step, lang) {
  const link = element("a", "gramota-todo-link", "");
  const title = card.querySelector("[data-title]");
  link.href = stepAddress(card, step.name);
  link.append(element("strong", "", stepText("todo_", step, lang)), " ", element("span", "", textOf(title)));
  link.lastChild.lang = title.lang;
  const row = element("li", "gramota-todo-row", "");
  row.dataset.state = step.state;
  row.append(link);
  return row;
}
