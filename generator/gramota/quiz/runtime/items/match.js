/**
 * Pairs to find. Key: {partners: [right place of each left place], wrong: {left place: {right place: number of the
 * explanation of just this mistake}}}; the response lists the right place chosen, or null.
 */
const matchType = {
  start: [],
  accepts: (key, response) => Array.isArray(response) && (response.length === 0 || response.length === key.partners.length)
    && response.every((place) => place === null || isPlaceBelow(key.partners.length)(place)),
  missing: (key, response) => (response.length && !response.includes(null) ? "" : "first_fill_pairs"),
  decide(key, response) {
    const parts = key.partners.map((partner, left) => response[left] === partner);
    const feedback = placesWhere(parts, false).map((left) => key.wrong[left]?.[response[left]] ?? left);
    return decidedByParts(parts, feedback, "note_pairs");
  },
  again: (response, decided) => response.map((place, left) => (decided.parts[left] ? place : null)),
  answer: (key) => key.partners,
  read: (root) => selectsByPlace(root).map((select) => (select.value === "" ? null : Number(select.value))),
  write(root, response) {
    selectsByPlace(root).forEach((select, left) => { select.value = String(response[left] ?? ""); });
    showChosenPartners(root);
  },
  shuffle(root, key, number) {
    const lefts = [...root.querySelectorAll("[data-place]")].map((row) => Number(row.dataset.place));
    const order = shuffledUnlike(lefts.map((left) => key.partners[left]), number);
    root.querySelectorAll("select").forEach((select) => select.append(...order.map((right) => select.querySelector(`[value="${right}"]`))));
  },
  follow: showChosenPartners,
};

function selectsByPlace(root) {
  const rows = [...root.querySelectorAll("[data-place]")].sort((one, other) => one.dataset.place - other.dataset.place);
  return rows.map((row) => row.querySelector("select"));
}

/** Below each list the partner chosen in full: a narrow list cuts it short. */
function showChosenPartners(root) {
  root.querySelectorAll("[data-part]").forEach((row) => {
    const select = row.querySelector("select");
    const chosen = row.querySelector("[data-chosen]");
    chosen.textContent = select.value === "" ? "" : select.selectedOptions[0].textContent;
    chosen.hidden = select.value === "";
  });
}
