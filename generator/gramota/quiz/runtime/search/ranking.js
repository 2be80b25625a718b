/** Which sections answer what is asked, the best first. */
const WEIGHTS = [1, 1.5, 2, 5];
const BEGUN = 0.4;
const SHORTEST_BEGINNING = 3;
const SHORTEST_MISSPELT = 5;

/**
 * The words of the index that are meant by one word of the query: {matches: [[word of the index, share]], isCommon}.
 * Forms of the word itself; while it is typed also words that begin with it; where there are none, words like it.
 */
async function meantBy(pieces, { word, isTyped }) {
  const near = await pieces.wordsLike(word);
  const exact = near.filter((each) => hasForm(each, word)).map((each) => [each, 1]);
  const isCommon = exact.length > 0 && exact.every(([{ sections }]) => !sections.size);
  if (isCommon && !isTyped) return { matches: [], isCommon };
  const begun = word.length >= SHORTEST_BEGINNING && (isTyped || !exact.length)
    ? near.filter((each) => !hasForm(each, word) && beginsForm(each, word)).map((each) => [each, BEGUN]) : [];
  const matches = [...exact, ...begun].filter(([{ sections }]) => sections.size);
  return { matches: matches.length || isCommon ? matches : likeWord(near, word), isCommon };
}

/** Words that share the longest beginning with a misspelt or unknown one, or that one slip parts from it. */
function likeWord(near, word) {
  if (word.length < SHORTEST_MISSPELT) return [];
  const slipped = near.filter((each) => formsOf(each).some((form) => isOneSlip(form, word)));
  const start = word.slice(0, Math.max(SHORTEST_MISSPELT - 1, Math.ceil(word.length * 0.7)));
  const found = slipped.length ? slipped : near.filter((each) => beginsForm(each, start));
  return found.filter(({ sections }) => sections.size).map((each) => [each, BEGUN]);
}

function formsOf({ stems }) {
  return stems.flatMap(([stem, endings]) => (Array.isArray(endings) ? endings.map((ending) => stem + ending) : [stem]));
}

/** Whether one letter added, lost or changed, or two swapped, make one word of the other. */
function isOneSlip(form, word) {
  if (Math.abs(form.length - word.length) > 1) return false;
  let start = 0;
  while (start < form.length && form[start] === word[start]) start += 1;
  const [a, b] = [form.slice(start), word.slice(start)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)
    || (a.slice(2) === b.slice(2) && a[0] === b[1] && a[1] === b[0]);
}

/**
 * The pages found, the best first: {page, sections: [number within the page], score}. Pages with all the words; where
 * no page has them all, pages with any (`isWhole` is false).
 */
function rankedPages(counts, meant) {
  const asked = meant.filter(({ isCommon, matches }) => matches.length || !isCommon);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const scores = asked.map(({ matches }) => sectionScores(matches, total));
  const pages = pagesOf(counts, scores);
  const whole = pages.filter(({ found }) => found === asked.length);
  const isWhole = whole.length > 0 || !pages.length;
  return { isWhole, pages: (isWhole ? whole : pages).sort((a, b) => b.found - a.found || b.score - a.score || a.page - b.page) };
}

/** For one word of the query: section => score. */
function sectionScores(matches, total) {
  const scores = new Map();
  for (const [{ sections }, share] of matches) {
    const rarity = Math.log(1 + total / (1 + sections.size));
    sections.forEach((weight, section) => {
      scores.set(section, Math.max(scores.get(section) || 0, share * rarity * WEIGHTS[weight]));
    });
  }
  return scores;
}

function pagesOf(counts, scores) {
  let first = 0;
  return counts.flatMap((count, page) => {
    const within = Array.from({ length: count }, (_, place) => scoredSection(place, first + place, scores)).filter(({ score }) => score);
    first += count;
    if (!within.length) return [];
    const best = within.sort((a, b) => b.score - a.score || a.place - b.place);
    const found = scores.filter((each) => within.some(({ number }) => each.has(number))).length;
    return [{ page, found, score: best[0].score + 0.1 * best.slice(1, 4).reduce((sum, { score }) => sum + score, 0), sections: best.map(({ place }) => place) }];
  });
}

/** A section that has several of the words is worth more than they are one by one. */
function scoredSection(place, number, scores) {
  const own = scores.map((each) => each.get(number) || 0).filter((score) => score);
  return { place, number, score: own.length * own.reduce((sum, score) => sum + score, 0) };
}
