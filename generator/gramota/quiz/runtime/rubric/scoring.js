/** Twin of confidence.py, finding.py, notices.py and score.py: from matches to decisions. */
const REVIEW_BELOW = 0.7, SUREST = 58,
  A_SLIP = 8, A_FOREIGN_WORD = 8, A_BOUNDARY = 4, ONE_WORD = 3, MADE_UP = 12, NEAR_A_NEGATION = 5,
  MET = 40, A_SILENT_PHRASE = 10, TELLING_ALONE = 10, FEW_MET = 7, BESIDE_A_WRONG_IDEA = 11, ENOUGH_PHRASES = 3, PHRASES_TO_AGREE = 10, ENOUGH_MET = 3,
  NOT_MET = 44, ALL_THERE = 4, A_NEAR_MISS = 1, AN_UNKNOWN_WORD = 3, OTHERS_MET = 2, NONE_MET = 8,
  HELD = 12, SHORT = 16, A_WORD_TOO_MANY = 2, A_RIGHT_IDEA = 8, A_REPORT = 9, ANOTHER_WRONG_PHRASE = 5;
const CONFIDENCE = Array.from({ length: SUREST + 1 }, (_, points) => Math.round(1000 / (1 + Math.exp(-points / 10))) / 1000);

/** Scores one answer, as rubric.score_answer does in Python; `index` is what indexOf made of a compiled rubric. */
function scoreAnswer(index, answer) {
  const words = splitAnswer(index, answer);
  const lacking = index.meanings.map((meaning) => meaning.accept.map(({ needs }) => needs.filter((part) => !words.parts.has(part)).length));
  const t = openText(index, words);
  const found = index.meanings.map((meaning, at) => foundIn(t, meaning, lacking[at], words.parts));
  const spans = spansOf(words.pieces);
  const split = index.table.criteria.length;
  const weightOf = (entries) => entries.reduce((sum, entry) => sum + entry.weight, 0);
  const size = weightOf(words.entries), unread = unreadIn(t, found);
  const met = found.filter(({ hit }, at) => hit && at < split).length;
  const isWrongToo = found.some(({ hit }, at) => hit && at >= split);
  const meeting = MET + Math.floor(Math.min(size, 24) / 3) - Math.floor(Math.min(weightOf(unread), 24) / 2)
    - FEW_MET * Math.max(0, Math.min(ENOUGH_MET, split) - met) - (isWrongToo ? BESIDE_A_WRONG_IDEA : 0);
  const missing = NOT_MET - Math.floor(AN_UNKNOWN_WORD * Math.min(weightOf(unread.filter(({ keys }) => !keys.length)), 20) / 2)
    - (met ? OTHERS_MET * met : -NONE_MET);
  const holding = HELD - A_WORD_TOO_MANY * Math.max(0, Math.min(size, 30) - SHORT) - A_RIGHT_IDEA * Math.min(met, 2)
    - (words.seen & OPINION ? A_REPORT : 0);
  const sumOf = ({ points, hit, silent, whole }, isIdea) => {
    if (!hit) return missing + points;
    if (isIdea) return holding + points + ANOTHER_WRONG_PHRASE * Math.min(whole, 4);
    return meeting + points + (hit.words.length === 1 ? TELLING_ALONE : 0) - A_SILENT_PHRASE * silent;
  };
  const decisions = found.map((each, at) => {
    const sum = sumOf(each, at >= split), isDoubted = each.hit && at >= split && sum < 0;
    return {
      met: Boolean(each.hit && !isDoubted), confidence: CONFIDENCE[Math.max(0, Math.min(SUREST, isDoubted ? -sum : sum))],
      evidence: each.hit ? evidenceOf(t, each.hit, spans) : [],
    };
  });
  const saysSomething = found.some(({ hit }) => hit);
  const notices = findNotices(readWords(words, index.language)).filter((notice) => notice !== "empty" || !saysSomething);
  return addUp(index.table, decisions.slice(0, split), decisions.slice(split), notices);
}

function addUp(table, criteria, misconceptions, notices) {
  const isRefused = notices.some((notice) => table.refuse.includes(notice));
  const met = criteria.map((decision) => decision.met);
  voidUnfit(table, met, misconceptions);
  const points = (meanings, isMet) => meanings.reduce((sum, meaning, at) => sum + (isMet(at) ? meaning.points : 0), 0);
  const earned = Math.min(points(table.criteria, (at) => met[at] && !isRefused), table.most);
  const score = table.misconceptions.reduce((left, meaning, at) => left - (misconceptions[at].met ? meaning.points : 0), earned);
  const unsure = Math.min(...[...criteria, ...misconceptions].map((decision) => decision.confidence));
  return {
    score: Math.max(table.least, score), max: table.most,
    criteria: criteria.map((decision, at) => ({ ...decision, met: met[at] && !isRefused })), misconceptions, notices,
    review: unsure < REVIEW_BELOW || notices.some((notice) => notice !== "empty"),
  };
}

/** Criteria that others exclude, and those that require one which is not met, are not met. */
function voidUnfit(table, met, misconceptions) {
  const said = new Set([
    ...table.criteria.filter((_, at) => met[at]), ...table.misconceptions.filter((_, at) => misconceptions[at].met),
  ].map(({ id }) => id));
  const lacks = ({ requires }) => requires.some((id) => !met[table.criteria.findIndex((criterion) => criterion.id === id)]);
  const drop = (isUnfit) => {
    const unfit = table.criteria.flatMap((criterion, at) => (met[at] && isUnfit(criterion) ? [at] : []));
    unfit.forEach((at) => { met[at] = false; });
    return unfit.length > 0;
  };
  drop(({ excludes }) => excludes.some((id) => said.has(id)));
  while (drop(lacks));
}

/** The surest hit that no reject hides and how many phrases say it, or the points of its absence. */
function foundIn(t, meaning, missing, parts) {
  let best = null, covers = null, silent = Math.min(ENOUGH_PHRASES, 1 + Math.floor(missing.length / PHRASES_TO_AGREE));
  const whole = wholePhrases(meaning.accept, missing);
  for (const { node } of whole) {
    const hits = findPhrase(t, node);
    if (hits.length) covers ??= coverOf(t, meaning.reject, parts);
    const open = hits.filter((hit) => !covers(hit));
    silent -= Number(open.length > 0);
    open.forEach((hit) => {
      const points = pointsOfHit(t, hit);
      if (!best || points > best.points) best = { points, hit };
    });
    if (best && best.points === 0 && silent <= 0) break;
  }
  if (best) return { ...best, silent: Math.max(0, silent), whole: whole.length };
  const near = meaning.accept.filter(({ needs }, at) => missing[at] === 1 && needs.length > 1);
  return { points: 0 - ALL_THERE * Math.min(whole.length, 8) - A_NEAR_MISS * Math.min(near.length, 10) };
}

const wholePhrases = (sought, missing) => sought.filter((_, at) => !missing[at]);

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

/** The words between boundaries where nothing was found: a paraphrase may hide there. */
function unreadIn(t, found) {
  const read = new Set(found.flatMap(({ hit }) => (hit ? hit.words.map((word) => t.bounds[t.origin[word]]) : [])));
  return range(0, t.real).filter((at) => !read.has(t.bounds[at])).map((at) => t.entries[at]);
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
  return isKeywordList(t) ? ["keyword_list"] : [];
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
