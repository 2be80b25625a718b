/** What the question types have in common. */

function isPlaceBelow(count) {
  return (value) => Number.isInteger(value) && value >= 0 && value < count;
}

function isListOfPlaces(value, count) {
  return Array.isArray(value) && value.every(isPlaceBelow(count)) && new Set(value).size === value.length;
}

function placesWhere(parts, wanted) {
  return parts.flatMap((part, place) => (part === wanted ? [place] : []));
}

/** The decision on parts that earn the points one by one; `note` tells how many are right. */
function decidedByParts(parts, feedback, note) {
  const total = parts.length;
  const right = placesWhere(parts, true).length;
  const correct = right === total;
  return { correct, share: right / total, parts, feedback, note: correct ? null : [note, { right, total }] };
}

/** Rows are numbered by what they say, so that their order means nothing. */
function shuffleRows(root, key, number) {
  const row = (place) => root.querySelector(`[data-place="${place}"]`);
  root.querySelector("[data-parts]").append(...shuffled(key.of, number).map(row));
}

/** Of each option whether ticking it was right; null where it was not ticked. */
function tickedParts(key, response) {
  return Array.from({ length: key.of }, (_, place) => (response.includes(place) ? key.correct.includes(place) : null));
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
