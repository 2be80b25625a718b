/** Twin of scoring/finding.py, scoring/score.py and scoring/notices.py: from matches to decisions. All that a page for practice asks of the engine. */
const A_SLIP = 8, A_FOREIGN_WORD = 8, A_BOUNDARY = 4, ONE_WORD = 3, MADE_UP = 12, NEAR_A_NEGATION = 5, ENOUGH_PHRASES = 3, PHRASES_TO_AGREE = 10,
  HELD = 12, SHORT = 16, A_WORD_TOO_MANY = 2, A_RIGHT_IDEA = 8, A_REPORT = 9, ANOTHER_WRONG_PHRASE = 5;

/** Which criteria an answer meets, which misconceptions it holds, where it says so, and what it is as a whole. */
const decideAnswer = (index, answer) => decisionsOf(soughtIn(index, answer));

/** What stands in an answer of all that its rubric seeks; `index` is what indexOf made of a compiled rubric. */
function soughtIn(index, answer) {
  const words = splitAnswer(index, answer);
  const t = openText(index, words);
  const found = index.meanings.map((meaning) => foundIn(t, meaning, words.parts));
  const split = index.table.criteria.length;
  return { index, words, t, found, split, met: found.filter(({ hit }, at) => hit && at < split).length };
}

function decisionsOf(sought) {
  const { index: { table, language }, words, t, found, split } = sought;
  const spans = spansOf(words.pieces);
  const isMet = ({ hit }, at) => Boolean(hit) && (at < split || pointsOfHolding(sought, at) >= 0);
  const met = found.map(isMet);
  voidUnfit(table, met);
  const saysSomething = found.some(({ hit }) => hit);
  const notices = findNotices(readWords(words, language)).filter((notice) => notice !== "empty" || !saysSomething);
  const isRefused = notices.some((notice) => table.refuse.includes(notice));
  const decisions = found.map(({ hit }, at) => ({ met: met[at] && !(isRefused && at < split), evidence: hit ? evidenceOf(t, hit, spans) : [] }));
  return { criteria: decisions.slice(0, split), misconceptions: decisions.slice(split), notices };
}

/** Below zero where a wrong idea whose phrase stands in the answer is rather mentioned than meant. */
function pointsOfHolding({ words, found, met }, at) {
  const { points, whole } = found[at];
  return HELD + points + ANOTHER_WRONG_PHRASE * Math.min(whole, 4) - A_WORD_TOO_MANY * Math.max(0, Math.min(weightOf(words.entries), 30) - SHORT)
    - A_RIGHT_IDEA * Math.min(met, 2) - (words.seen & OPINION ? A_REPORT : 0);
}

const weightOf = (entries) => entries.reduce((sum, entry) => sum + entry.weight, 0);

/** Criteria that others exclude, and those that require one which is not met, are not met. */
function voidUnfit({ criteria, misconceptions }, met) {
  const said = new Set([...criteria, ...misconceptions].filter((_, at) => met[at]).map(({ id }) => id));
  const lacks = ({ requires }) => requires.some((id) => !met[criteria.findIndex((criterion) => criterion.id === id)]);
  const drop = (isUnfit) => {
    const unfit = criteria.flatMap((criterion, at) => (met[at] && isUnfit(criterion) ? [at] : []));
    unfit.forEach((at) => { met[at] = false; });
    return unfit.length > 0;
  };
  drop(({ excludes }) => excludes.some((id) => said.has(id)));
  while (drop(lacks));
}

/** The surest hit that no reject hides, if there is one, how many phrases have all their parts and how many are silent. */
function foundIn(t, { accept, reject }, parts) {
  let best = null, covers = null, silent = Math.min(ENOUGH_PHRASES, 1 + Math.floor(accept.length / PHRASES_TO_AGREE));
  const whole = accept.filter(({ needs }) => needs.every((part) => parts.has(part)));
  for (const { node } of whole) {
    const hits = findPhrase(t, node);
    if (hits.length) covers ??= coverOf(t, reject, parts);
    const open = hits.filter((hit) => !covers(hit));
    silent -= Number(open.length > 0);
    open.forEach((hit) => {
      const points = pointsOfHit(t, hit);
      if (!best || points > best.points) best = { points, hit };
    });
    if (best && best.points === 0 && silent <= 0) break;
  }
  return { ...best, silent: Math.max(0, silent), whole: whole.length };
}

/** Whether any phrase of reject covers a hit; their places are found once for all hits of a meaning. */
function coverOf(t, reject, parts) {
  const reach = [];
  reject.filter(({ needs }) => needs.every((part) => parts.has(part))).forEach(({ node }) => findPhrase(t, node).forEach((hit) => {
    const [first, last] = stretchOf(t, hit);
    reach[first] = Math.max(reach[first] ?? -1, last);
  }));
  for (let at = 0; at < t.real; at += 1) reach[at] = Math.max(reach[at] ?? -1, at ? reach[at - 1] : -1);
  return (hit) => stretchOf(t, hit)[1] <= reach[stretchOf(t, hit)[0]];
}

function pointsOfHit(t, hit) {
  const own = hit.words.reduce((sum, word) => sum + t.entries[t.origin[word]].weight, 0);
  const foreign = Math.max(0, Math.min(t.weights[hit.last + 1] - t.weights[hit.first] - own, 4));
  const near = hit.words.some((word) => t.denials.over.has(word)) && !hit.words.some((word) => t.denials.places.has(word));
  return 0 - A_SLIP * hit.slips - A_FOREIGN_WORD * foreign - A_BOUNDARY * Math.min(t.bounds[hit.last] - t.bounds[hit.first], 4)
    - (hit.words.length === 1 ? ONE_WORD : 0) - (hit.first >= t.real ? MADE_UP : 0) - (near ? NEAR_A_NEGATION : 0);
}

/** [start, end) of each word in code points of the answer. */
function spansOf(pieces) {
  let end = 0;
  const ends = pieces.map((piece) => (end += signsOf(piece).length));
  return range(0, (pieces.length - 1) / 2).map((at) => [ends[2 * at], ends[2 * at + 1]]);
}

function evidenceOf(t, hit, spans) {
  const words = sortedUnique(hit.words.map((word) => t.origin[word]));
  return words.reduce((evidence, word, at) => {
    const [start, end] = spans[word];
    return at && word === words[at - 1] + 1 ? [...evidence.slice(0, -1), [evidence[evidence.length - 1][0], end]] : [...evidence, [start, end]];
  }, []);
}

function findNotices(t) {
  if (!t.real || (t.real <= 8 && range(0, t.real).some((at) => rowAt(t, at, t.language.empties)))) return ["empty"];
  return isRepeated(t) || isKeywordList(t) ? ["keyword_list"] : [];
}

function isRepeated(t) {
  const said = new Set(t.entries.slice(0, t.real).map(({ text }) => text));
  return t.real >= 3 * said.size && !(t.seen & ANY_NEGATOR);
}

function isKeywordList(t) {
  const binds = (at) => (bitsAt(t, at) & (FREE | JOIN)) === FREE;
  if (t.real < 5 || t.seen & (VERB | OWN_VERB | INFINITIVE | ANY_NEGATOR) || range(0, t.real).some(binds)) return false;
  const starts = range(0, t.real).filter((at) => !at || t.edges[at]);
  const isBare = (start, end) => t.weights[end] - t.weights[start] <= 2
    && !range(start, end - 1).some((at) => bitsAt(t, at) & ACTION);
  if (starts.length >= 5) return starts.every((start, at) => isBare(start, starts[at + 1] ?? t.real));
  const known = range(0, t.real).filter((at) => t.entries[at].keys.length).length;
  return t.real >= 6 && starts.length === 1 && known * 10 >= t.real * 7 && !t.entries.slice(0, t.real).some(({ text }) => endsIn(text, t.language.likelyVerb));
}
