/** <gramota-search>: the theme's search box, with results of our index. The theme opens and closes it by its own tick. */
class SearchElement extends Block {
  begin() {
    this.root = new URL(this.dataset.root, window.location.href);
    this.pieces = new SearchPieces(new URL(".", new URL(this.dataset.index, window.location.href)).href);
    this.tick = document.getElementById("__search");
    this.field = this.querySelector("input");
    this.status = this.querySelector("[data-search-status]");
    this.list = this.querySelector("[data-search-results]");
    this.more = this.querySelector("[data-search-more]");
    this.ask = 0;
    this.on(this.field, "input", () => this.asked());
    this.on(this.field, "focus", () => this.open(true));
    this.on(this.field, "keydown", (event) => { if (event.key === "Enter") this.follow(event); });
    this.on(this.querySelector("form"), "submit", (event) => event.preventDefault());
    this.on(this.querySelector("form"), "reset", () => { this.field.focus(); setTimeout(() => this.asked()); });
    this.on(this, "keydown", (event) => this.moved(event));
    this.on(this, "click", (event) => { if (event.target.closest("[data-search-results] a")) this.open(false); });
    this.on(this, "focusout", (event) => this.left(event));
    this.on(this.more, "click", () => this.showMore());
    this.on(this.tick, "change", () => this.toggled());
    this.on(document, "keydown", (event) => this.called(event));
  }

  open(isOpen) {
    if (this.tick.checked === isOpen) return;
    this.tick.checked = isOpen;
    this.tick.dispatchEvent(new Event("change"));
  }

  toggled() {
    if (this.tick.checked) {
      this.pieces.load("start").catch(() => {});
      if (!this.contains(document.activeElement)) this.field.focus();
    } else if (this.contains(document.activeElement)) document.activeElement.blur();
  }

  /** The theme's keys, F, S and the slash, on a Russian keyboard too. */
  called(event) {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !OPENING_KEYS.includes(event.key)) return;
    event.preventDefault();
    this.open(true);
    this.field.focus();
    this.field.select();
  }

  /** Arrows go through the results, Escape leaves. */
  moved(event) {
    if (event.key === "Escape") this.open(false);
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [this.field, ...this.list.querySelectorAll("a"), ...(this.more.hidden ? [] : [this.more])];
    const place = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    stops[Math.min(Math.max(place, 0), stops.length - 1)].focus();
  }

  left(event) {
    if (event.relatedTarget && !this.contains(event.relatedTarget)) this.open(false);
  }

  follow(event) {
    const first = this.list.querySelector("a");
    if (event.isComposing || !first) return;
    event.preventDefault();
    first.click();
  }

  /** What was asked later is shown, whatever comes first. */
  async asked() {
    const ask = this.ask += 1;
    const text = this.field.value;
    try {
      const answer = await this.answer(text);
      if (ask === this.ask) await this.show(answer, ask);
    } catch {
      if (ask === this.ask) this.fail();
    }
  }

  /** {words, meant, pages, isWhole}; where nothing is found, by the letters that the same keys have in Russian. */
  async answer(text) {
    const found = await this.find(text);
    if (found.pages.length || !/[a-z]/i.test(text)) return found;
    const other = await this.find(onRussianKeyboard(text));
    return other.pages.length ? other : found;
  }

  async find(text) {
    const words = searchedWords(text);
    const { sections } = await this.pieces.load("start");
    const meant = await Promise.all(words.map((word) => meantBy(this.pieces, word)));
    return { words, meant, ...rankedPages(sections, meant) };
  }

  async show({ words, meant, pages, isWhole }, ask) {
    this.isFound = foundTest(meant);
    this.waiting = pages;
    const first = await this.nextPages();
    if (ask !== this.ask) return;
    this.list.replaceChildren(...first);
    this.tell(words.length ? this.counted(pages.length, isWhole) : "");
  }

  counted(count, isWhole) {
    if (!count) return say(this.lang, "none");
    return say(this.lang, isWhole ? "found" : "found_some", { count });
  }

  fail() {
    this.waiting = [];
    this.list.replaceChildren();
    this.tell(say(this.lang, "failed"));
  }

  tell(text) {
    this.status.textContent = text || say(this.lang, "begin");
    this.more.hidden = this.waiting.length === 0;
  }

  async showMore() {
    const last = this.list.lastElementChild;
    const shown = await this.nextPages().catch(() => this.fail());
    if (!shown) return;
    this.list.append(...shown);
    this.more.hidden = this.waiting.length === 0;
    last.nextElementSibling.querySelector("a").focus();
  }

  async nextPages() {
    const next = this.waiting.slice(0, PAGES_SHOWN);
    this.waiting = this.waiting.slice(PAGES_SHOWN);
    const contents = await Promise.all(next.map(({ page }) => this.pieces.load(`page-${page}`)));
    return contents.map((content, place) => this.result(content, next[place].sections));
  }

  result({ url, title, lang, sections }, found) {
    const item = element("li", "gramota-found", "");
    item.lang = lang;
    item.append(...found.slice(0, SECTIONS_SHOWN).map((place, rank) => this.link(url, title, sections[place], rank)));
    return item;
  }

  link(url, title, [id, heading, text], rank) {
    const link = element("a", rank ? "gramota-found-section" : "gramota-found-page", "");
    link.href = this.addressOf(url, id, `${heading} ${text}`);
    if (!rank) link.append(this.line("gramota-found-title", title));
    if (heading && heading !== title) link.append(this.line("gramota-found-heading", heading));
    const excerpt = element("span", "gramota-found-text", "");
    excerpt.append(...excerptNodes(text, this.isFound));
    link.append(excerpt);
    return link;
  }

  line(className, text) {
    const line = element("span", className, "");
    line.append(...markedNodes(text, foundSpans(text, this.isFound)));
    return line;
  }

  /** With the words found there, which the page marks. */
  addressOf(url, id, text) {
    const address = new URL(url, this.root);
    const words = foundSpans(text, this.isFound).map(([start, end]) => foldSearchWord(text.slice(start, end)));
    if (this.hasAttribute("data-marks") && words.length) address.searchParams.set("h", [...new Set(words)].slice(0, 12).join(" "));
    address.hash = id;
    return address.href;
  }
}

const OPENING_KEYS = ["/", "s", "f", "ы", "а"];
const PAGES_SHOWN = 10;
const SECTIONS_SHOWN = 3;
