// Lays one answer out: the text with its evidence marked, what is to be told of it, its criteria and misconceptions.

import { copyOf, find, make, say } from "./dom.js";

const HUES = 8;

export function showAnswer(answer, { toggle, open }) {
  find("nothing").hidden = answer !== null;
  find("whole").hidden = find("side").hidden = answer === null;
  if (answer === null) return;
  find("learner").textContent = answer.learner;
  find("letter").textContent = answer.letter;
  find("place").textContent = answer.place;
  find("prompt").textContent = answer.prompt;
  find("text").replaceChildren(...answer.stretches.map((stretch) => stretchOf(stretch, answer.meanings)));
  find("told").replaceChildren(...toldOf(answer, open));
  find("told").hidden = !find("told").hasChildNodes();
  showMeanings(answer, toggle);
  find("points").textContent = answer.points;
  const finished = find("finished-by");
  finished.hidden = answer.finished === null;
  finished.querySelector("span").textContent = answer.finished?.by ?? "";
}

// Near misses come a moment later than the answer, and only where it still lies open.
export function showNearMisses(misses) {
  for (const miss of misses) {
    const list = document.querySelector(`[data-meaning="${CSS.escape(`${miss.kind}/${miss.id}`)}"] .near`);
    const item = make("li", "");
    item.append(make("span", miss.phrase, "phrase"), " ", make("span", miss.told));
    list?.append(item);
  }
}

function stretchOf(stretch, meanings) {
  if (stretch.numbers.length === 0) return document.createTextNode(stretch.text);
  const shown = stretch.numbers.map((number) => meanings[number - 1]);
  const mark = make("mark", stretch.text, `evidence hue-${hueOf(shown[0])}`);
  if (shown.every((meaning) => meaning.kind === "misconceptions")) mark.classList.add("wrong");
  if (shown.every((meaning) => !meaning.met)) mark.classList.add("refused");
  if (shown.every((meaning) => meaning.is_learned)) mark.classList.add("learned");
  mark.title = shown.map((meaning) => meaning.title).join("; ");
  mark.append(make("sup", shown.map(labelOf).join(" ")));
  return mark;
}

function toldOf(answer, open) {
  const told = (text, kind) => make("li", text, kind);
  const twins = answer.twins.map((twin) => {
    const item = make("li", "", "notice");
    const button = make("button", twin.text, "link");
    button.type = "button";
    button.addEventListener("click", () => open(twin.key));
    item.append(button);
    return item;
  });
  return [
    ...(answer.changed ? [told(answer.changed, "changed")] : []),
    ...answer.notices.map((text) => told(text, "notice")),
    ...twins,
    ...answer.warnings.map((text) => told(text, "warning")),
  ];
}

function showMeanings(answer, toggle) {
  const kinds = { criteria: [], misconceptions: [] };
  for (const meaning of answer.meanings) kinds[meaning.kind].push(meaningOf(meaning, toggle));
  const focused = document.activeElement?.closest("[data-meaning]")?.dataset.meaning;
  for (const [kind, items] of Object.entries(kinds)) find(kind).replaceChildren(...items);
  find("misconceptions-section").hidden = kinds.misconceptions.length === 0;
  find("criteria-head").hidden = answer.meanings.length === 0;
  find("ungraded").hidden = answer.meanings.length > 0;
  if (focused) document.querySelector(`[data-meaning="${CSS.escape(focused)}"] .toggle`)?.focus();
}

function meaningOf(meaning, toggle) {
  const item = copyOf("meaning");
  item.dataset.meaning = `${meaning.kind}/${meaning.id}`;
  item.classList.add(`hue-${hueOf(meaning)}`, meaning.kind, meaning.met ? "met" : "unmet");
  item.classList.toggle("unsure", meaning.is_unsure && !meaning.is_own);
  const button = item.querySelector(".toggle");
  button.setAttribute("aria-pressed", String(meaning.met));
  button.addEventListener("click", () => toggle(meaning));
  button.querySelector("kbd").textContent = labelOf(meaning);
  button.querySelector(".sign").textContent = signOf(meaning);
  button.querySelector(".title").textContent = meaning.title;
  button.querySelector(".gain").textContent = meaning.points;
  button.querySelector(".state").textContent = meaning.state;
  button.querySelector(".proposal").textContent = meaning.proposal;
  say(item.querySelector(".by"), meaning.is_own ? meaning.by : "");
  return item;
}

function signOf({ kind, met }) {
  if (kind === "criteria") return met ? "✓" : "✗";
  return met ? "!" : "–";
}

function hueOf(meaning) {
  return ((meaning.number - 1) % HUES) + 1;
}

function labelOf(meaning) {
  return meaning.key || String(meaning.number);
}
