/**
 * The question types by name. Each has, without looking at the page:
 *   start                       the response before anything was done
 *   accepts(key, response)      whether this can be a response, as read from the store
 *   missing(key, response)      the wording key of what is still to do before checking, or ""
 *   decide(key, response)       {correct, share, parts, feedback, note}: share of the points where an answer can be right
 *                               in part, parts true, false or null by their numbers in the key, feedback the numbers
 *                               of the explanations to show, note [wording key, values] or null
 *   again(response, decided)    the response that a new attempt begins with
 *   answer(key, response)       the response that stands when the answer is shown
 * and on the page: read(root), write(root, response); where parts can be shuffled, shuffle(root, key, number); optionally
 * spoken(key, lang), the right answer in words,
 * mark, the beginning of the wording keys that tell right parts from wrong ones ("part" where there is none),
 * follow(root), what changes with each input, and explain(root, key, state, lang), what only this type says of a state.
 */
const questionTypes = {};

function isPlaceBelow(count) {
  return (value) => Number.isInteger(value) && value >= 0 && value < count;
}

function isListOfPlaces(value, count) {
  return Array.isArray(value) && value.every(isPlaceBelow(count)) && new Set(value).size === value.length;
}

function placesWhere(parts, wanted) {
  return parts.flatMap((part, place) => (part === wanted ? [place] : []));
}

/** Rows are numbered by what they say, so that their order means nothing. */
function shuffleRows(root, key, number) {
  const row = (place) => root.querySelector(`[data-place="${place}"]`);
  root.querySelector("[data-parts]").append(...shuffled(key.of, number).map(row));
}

function readTicked(root) {
  return [...root.querySelectorAll("input:checked")].map((input) => Number(input.value));
}

function writeTicked(root, response) {
  root.querySelectorAll("input").forEach((input) => { input.checked = response.includes(Number(input.value)); });
}

function readTyped(root) {
  return root.querySelector("input, textarea").value;
}

function writeTyped(root, response) {
  root.querySelector("input, textarea").value = response;
}

function isTyped(key, response) {
  return typeof response === "string" && response.length <= 1000;
}
