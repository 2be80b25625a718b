/**
 * <gramota-home>: letters, what this reader did with each, and what is to be done. Of few letters all stand on the page;
 * of many their groups do, and the letters of the reader's own groups are loaded.
 */
class HomeElement extends Block {
  begin() {
    this.troubled = (trouble) => showTrouble(this, trouble);
    this.store = new Store(this.dataset.site, "", this.troubled);
    this.letters = [...this.querySelectorAll("[data-letter]")].map(letterOfCard);
    this.filters = [["audience", "filter"], ["speaks", "speaks"]].map(([kept, name]) => [kept, this.querySelector(`[data-${name}]`)]).filter(([, filter]) => filter);
    this.groups = new OwnGroups(this);
    this.filters.forEach(([kept, filter]) => this.on(filter, "change", () => this.choose(kept, filter.value)));
    this.groups.boxes.forEach((box) => this.on(box, "change", () => this.chooseOwn(box)));
    this.on(this, "click", ({ target }) => { if (target.closest("[data-all]")) this.showAll(); });
    this.on(window, "storage", (event) => { if (isNewsOf(event, this.dataset.site)) this.later(); });
    this.on(window, "pageshow", (event) => { if (event.persisted) this.later(); });
    this.show();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
  }

  later() {
    this.frame ||= requestAnimationFrame(() => this.show());
  }

  choose(kept, name) {
    this.keep(kept, { name });
    this.show();
  }

  chooseOwn({ value, checked }) {
    const others = this.own.filter((name) => name !== value);
    this.own = checked ? [...others, value] : others;
    this.isOwnUnkept = !this.keep("own", { names: this.own });
    this.groups.failed.clear();
    this.show();
  }

  keep(name, value) {
    const isKept = this.store.write(name, value);
    if (isKept) hideTrouble(this);
    return isKept;
  }

  show() {
    this.frame = 0;
    this.showChosen();
    this.showOwn();
    this.touched = namesByLetter(this.dataset.site);
    this.known = new Map();
    this.letters.forEach(({ has, card }) => {
      const steps = this.stepsOf(has);
      // Most cards of a long list say already what they should.
      if (this.touched.has(keyPart(has.letter)) || "shown" in has) showSteps(card, steps, this.lang);
    });
    if (this.querySelector("[data-todo]")) this.showTodo();
  }

  stepsOf(has) {
    const id = has.letter;
    const names = this.touched.get(keyPart(id));
    if (!this.known.has(id)) this.known.set(id, letterProgress(names && new Store(this.dataset.site, id, this.troubled), names || [], has));
    return this.known.get(id);
  }

  /** Shows the letters of the audience and the language chosen; one that no letter has any more is no choice. */
  showChosen() {
    this.filters.forEach(([kept, filter]) => {
      const chosen = this.keptName(kept);
      const option = [...filter.options].find(({ value }) => value === chosen);
      if (option) option.selected = true;
    });
    const { audience, speaks } = Object.fromEntries(this.filters);
    if (speaks) this.letters.forEach(({ card }) => { card.hidden = isOther(card.dataset.lang, speaks.value); });
    this.groups.speak(speaks?.value);
    this.showSections(audience);
  }

  /** Shows the sections of the audience chosen; those without letters in the language chosen are not there to choose. */
  showSections(audience) {
    const sections = [...this.querySelectorAll("[data-audience]")];
    const isSpoken = (section) => section.querySelector("[data-letter]:not([hidden])");
    if (audience) {
      const options = [...audience.options].slice(1);
      options.forEach((option, at) => { option.hidden = option.disabled = !isSpoken(sections[at]); });
      if (audience.selectedOptions[0].hidden) audience.value = "";
    }
    sections.forEach((section) => { section.hidden = !isSpoken(section) || isOther(section.dataset.audience, audience?.value); });
  }

  keptName(kept) {
    return this.store.read(kept, ({ name }) => typeof name === "string")?.name;
  }

  /** Ticks the groups that are kept; whoever chose one audience while there were few letters has chosen it here too. */
  showOwn() {
    if (!this.groups.boxes.length || this.isOwnUnkept) return;
    const kept = this.store.read("own", ({ names }) => Array.isArray(names) && names.every((name) => typeof name === "string"));
    this.own = kept ? kept.names : [this.keptName("audience")].filter(Boolean);
    if (this.own.length || kept) this.groups.tick(this.own);
  }

  showTodo() {
    const { groups } = this;
    const { notice, missing } = groups.state();
    // While pieces are on their way nothing is said: what is there is not the whole.
    if (missing.length) {
      groups.load(missing).then(() => this.later());
      return;
    }
    const letters = groups.isThere ? groups.letters() : this.letters.filter(({ card }) => !card.closest("[hidden]"));
    const { open, total } = this.toDoOf(letters);
    groups.showCounts((each) => this.toDoOf(each), this.lang);
    this.showProgress(notice ? null : { done: total - open.length, total });
    this.showRows(notice || (open.length ? "" : "all_done"), open);
  }

  /** Shows the notice, or the rows that press most and, once they are asked for, all others. */
  showRows(notice, open) {
    const rows = notice ? [] : open.slice(0, this.isAll ? open.length : TODO_ROWS);
    const all = this.querySelector("[data-all]");
    if (all) {
      all.dataset.all = rows.length < open.length && !notice ? "more" : "";
      all.textContent = say(this.lang, "home_more", { count: open.length - rows.length });
    }
    const shown = notice ? [noticeRow(notice, this.lang)] : rows.map((row) => todoRow(row, this.lang));
    this.querySelector("[data-todo]").replaceChildren(...shown);
  }

  toDoOf(letters) {
    letters.forEach(({ has }) => this.stepsOf(has));
    return toDo(letters, this.known, this.lang);
  }

  showProgress(words) {
    const bar = this.querySelector("[data-todo-bar]");
    bar.hidden = words === null;
    this.querySelector("[data-todo-line]").textContent = words ? say(this.lang, "home_done", words) : "";
    if (words) Object.assign(bar, { value: words.done, max: words.total });
  }

  showAll() {
    this.isAll = true;
    this.show();
    this.querySelectorAll(".gramota-todo-link")[TODO_ROWS]?.focus();
  }
}

const TODO_ROWS = 3;

function isNewsOf({ key }, site) {
  return key === null || key.startsWith(sitePrefix(site));
}
