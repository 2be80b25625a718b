/**
 * An answer in one's own words. Key: {needed, rubric}: how many key points make it right, and the compiled rubric, whose
 * criteria are the key points and whose misconceptions are the wrong ideas; the response is what was typed.
 */
questionTypes.text = {
  start: "",
  mark: "point",
  accepts: (key, response) => typeof response === "string" && response.length <= MOST_TYPED,
  missing(key, response) {
    if (!response.trim()) return "first_write";
    const score = scoreTyped(key, response);
    return score ? NOTICED[score.notices[0]] || "" : "first_reload";
  },
  decide(key, response) {
    const score = scoreTyped(key, response);
    if (!score) return { correct: false, parts: [], feedback: [], note: null };
    const found = score.criteria.map(({ met }) => met);
    const right = found.filter(Boolean).length;
    const feedback = score.misconceptions.flatMap(({ met }, place) => (met ? [place] : []));
    const isEnough = right >= key.needed;
    const correct = isEnough && !feedback.length;
    // A point that a right answer does without is neither right nor wrong.
    const parts = found.map((met) => met || (correct ? null : false));
    const share = correct ? 1 : Math.max(0, Math.min(right, key.needed) - feedback.length) / key.needed;
    return { correct, share, parts, feedback, note: isEnough ? null : ["note_points", { right, needed: key.needed }] };
  },
  again: (response) => response,
  answer: (key, response) => response,
  read: readTyped,
  write(root, response) {
    writeTyped(root, response);
    mirrorTyped(root);
  },
  follow: mirrorTyped,
  explain(root, key, { response, outcome }, lang) {
    const score = outcome === "right" || outcome === "wrong" ? scoreTyped(key, response) : null;
    root.querySelector("[data-points]").hidden = outcome !== "shown" && !score;
    root.querySelectorAll("[data-part]").forEach((point, place) => {
      quoteTyped(point, response, score?.criteria[place], lang);
      point.querySelector("[data-missing]").hidden = Boolean(score?.criteria[place].met);
      point.querySelector("[data-extra]").hidden = outcome !== "right" || point.dataset.part !== "";
    });
    // Each point that is missing has a link of its own.
    if (root.querySelector('[data-part="wrong"]')) root.querySelector("[data-where]").hidden = true;
    root.querySelectorAll("[data-idea]").forEach((idea, place) => quoteTyped(idea, response, score?.misconceptions[place], lang));
  },
};

const MOST_TYPED = 5000;
const NOTICED = { empty: "first_write_more", keyword_list: "first_write_sentence" };
const rubricIndexes = new WeakMap();

/** The answer's score, or null while the rubric's script is not there. */
function scoreTyped(key, response) {
  const rubric = window.gramotaRubric;
  if (!rubric) return null;
  if (!rubricIndexes.has(key)) rubricIndexes.set(key, rubric.indexOf(key.rubric));
  return rubric.scoreAnswer(rubricIndexes.get(key), response);
}

/** The words of the answer that show a key point or a wrong idea; evidence counts code points. */
function quoteTyped(root, response, decision, lang) {
  const signs = [...response];
  const words = (decision?.met ? decision.evidence : []).map(([start, end]) => signs.slice(start, end).join(""));
  const quote = root.querySelector("[data-quote]");
  quote.hidden = words.length === 0;
  quote.textContent = words.length ? say(lang, "your_words", { words: words.join(" … ") }) : "";
}

/** The mirror makes the box as high as its text, and is what gets printed. */
function mirrorTyped(root) {
  root.querySelector("[data-mirror]").textContent = `${root.querySelector("textarea").value}\n`;
}
