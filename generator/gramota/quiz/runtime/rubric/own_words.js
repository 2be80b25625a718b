/**
 * How an answer in one's own words is judged, what items/text.js learns: the criteria of the key's rubric are the key
 * points, its misconceptions the wrong ideas. See items/question_types.js.
 */
const ownWords = {
  mark: "point_",
  missing: (key, response) => (response.trim() ? NOTICED[decidedIn(key, response).notices[0]] || "" : "first_write"),
  decide(key, response) {
    const decided = decidedIn(key, response);
    const found = decided.criteria.map(({ met }) => met);
    const right = found.filter(Boolean).length;
    const feedback = decided.misconceptions.flatMap(({ met }, place) => (met ? [place] : []));
    const isEnough = right >= key.needed;
    const correct = isEnough && !feedback.length;
    // A point that a right answer does without is neither right nor wrong.
    const parts = found.map((met) => met || (correct ? null : false));
    const share = correct ? 1 : Math.max(0, Math.min(right, key.needed) - feedback.length) / key.needed;
    return { correct, share, parts, feedback, note: isEnough ? null : ["note_points", { right, needed: key.needed }] };
  },
  explain(root, key, { response, outcome }, say) {
    const decided = outcome === "right" || outcome === "wrong" ? decidedIn(key, response) : null;
    root.querySelector("[data-points]").hidden = outcome !== "shown" && !decided;
    root.querySelectorAll("[data-part]").forEach((point, place) => {
      quoteTyped(point, response, decided?.criteria[place], say);
      point.querySelector("[data-missing]").hidden = Boolean(decided?.criteria[place].met);
      point.querySelector("[data-extra]").hidden = outcome !== "right" || point.dataset.part !== "";
    });
    // Each point that is missing has a link of its own.
    if (root.querySelector('[data-part="wrong"]')) root.querySelector("[data-where]").hidden = true;
    root.querySelectorAll("[data-idea]").forEach((idea, place) => quoteTyped(idea, response, decided?.misconceptions[place], say));
  },
};

const NOTICED = { empty: "first_write_more", keyword_list: "first_write_sentence" };
const indexesByKey = new WeakMap();

function decidedIn(key, response) {
  if (!indexesByKey.has(key)) indexesByKey.set(key, indexFor(key.rubric));
  return decideAnswer(indexesByKey.get(key), response);
}

/** The words of the answer that show a key point or a wrong idea; evidence counts code points. */
function quoteTyped(root, response, decision, say) {
  const signs = [...response];
  const words = (decision?.met ? decision.evidence : []).map(([start, end]) => signs.slice(start, end).join(""));
  const quote = root.querySelector("[data-quote]");
  quote.hidden = words.length === 0;
  quote.textContent = words.length ? say("your_words", { words: words.join(" … ") }) : "";
}
