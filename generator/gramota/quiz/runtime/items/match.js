/** Pairs to find. Key: {partners: [right place of each left]}; the response lists the right place chosen, or null. */
questionTypes.match = {
  start: [],
  accepts: (key, response) => Array.isArray(response) && (response.length === 0 || response.length === key.partners.length)
    && response.every((place) => place === null || isPlaceBelow(key.partners.length)(place)),
  missing: (key, response) => (response.length && !response.includes(null) ? "" : "first_fill_pairs"),
  decide(key, response) {
    const parts = key.partners.map((partner, left) => response[left] === partner);
    const wrong = placesWhere(parts, false);
    const total = parts.length;
    const correct = wrong.length === 0;
    const note = correct ? null : ["note_pairs", { right: total - wrong.length, total }];
    return { correct, parts, feedback: wrong, note };
  },
  again: (response, decided) => response.map((place, left) => (decided.parts[left] ? place : null)),
  answer: (key) => key.partners,
  read: (root) => [...root.querySelectorAll("select")].map((select) => (select.value === "" ? null : Number(select.value))),
  write(root, response) {
    root.querySelectorAll("select").forEach((select, left) => { select.value = String(response[left] ?? ""); });
    showChosenPartners(root);
  },
  follow: showChosenPartners,
};

/** Below each list the partner chosen in full: a narrow list cuts it short. */
function showChosenPartners(root) {
  root.querySelectorAll("[data-part]").forEach((row) => {
    const select = row.querySelector("select");
    const chosen = row.querySelector("[data-chosen]");
    chosen.textContent = select.value === "" ? "" : select.selectedOptions[0].textContent;
    chosen.hidden = select.value === "";
  });
}
