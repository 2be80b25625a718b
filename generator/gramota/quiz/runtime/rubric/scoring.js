/** Twin of scoring/confidence.py and of scoring/score.py's points: what trainers are told besides; no page has it. */
const REVIEW_BELOW = 0.7, SUREST = 58,
  MET = 40, A_SILENT_PHRASE = 10, TELLING_ALONE = 10, FEW_MET = 7, BESIDE_A_WRONG_IDEA = 11, ENOUGH_MET = 3,
  NOT_MET = 44, ALL_THERE = 4, A_NEAR_MISS = 1, AN_UNKNOWN_WORD = 3, OTHERS_MET = 2, NONE_MET = 8;
const confidenceOf = (points) => Math.round(1000 / (1 + Math.exp(-Math.max(0, Math.min(SUREST, points)) / 10))) / 1000;

/** Scores one answer, as rubric.score_answer does in Python; `index` is what indexOf made of a compiled rubric. */
function scoreAnswer(index, answer) {
  const sought = soughtIn(index, answer);
  const { criteria, misconceptions, notices } = decisionsOf(sought);
  const sure = confidences(sought);
  const withConfidence = (decisions, confidence) => decisions.map(({ met, evidence }, at) => ({ met, confidence: confidence[at], evidence }));
  return {
    ...pointsOf(index.table, criteria, misconceptions),
    criteria: withConfidence(criteria, sure), misconceptions: withConfidence(misconceptions, sure.slice(sought.split)), notices,
    review: Math.min(...sure) < REVIEW_BELOW || notices.some((notice) => notice !== "empty"),
  };
}

function pointsOf(table, criteria, misconceptions) {
  const earned = table.criteria.reduce((sum, { points }, at) => sum + (criteria[at].met ? points : 0), 0);
  const left = table.misconceptions.reduce((sum, { points }, at) => sum - (misconceptions[at].met ? points : 0), Math.min(earned, table.most));
  return { score: Math.max(table.least, left), max: table.most };
}

function confidences(sought) {
  const { index, words, t, found, split, met } = sought;
  const unread = unreadIn(t, found);
  const isWrongToo = found.some(({ hit }, at) => hit && at >= split);
  const meeting = MET + Math.floor(Math.min(weightOf(words.entries), 24) / 3) - Math.floor(Math.min(weightOf(unread), 24) / 2)
    - FEW_MET * Math.max(0, Math.min(ENOUGH_MET, split) - met) - (isWrongToo ? BESIDE_A_WRONG_IDEA : 0);
  const missing = NOT_MET - Math.floor(AN_UNKNOWN_WORD * Math.min(weightOf(unread.filter(({ keys }) => !keys.length)), 20) / 2)
    - (met ? OTHERS_MET * met : -NONE_MET);
  return found.map(({ points, hit, silent, whole }, at) => {
    if (!hit) return confidenceOf(missing - pointsOfDoubt(index.meanings[at], whole, words.parts));
    if (at >= split) return confidenceOf(Math.abs(pointsOfHolding(sought, at)));
    return confidenceOf(meeting + points + (hit.words.length === 1 ? TELLING_ALONE : 0) - A_SILENT_PHRASE * silent);
  });
}

/** Phrases that are all there and do not count make an absence less sure, and so do those that lack one part. */
function pointsOfDoubt({ accept }, whole, parts) {
  const near = accept.filter(({ needs }) => needs.length > 1 && needs.filter((part) => !parts.has(part)).length === 1);
  return ALL_THERE * Math.min(whole, 8) + A_NEAR_MISS * Math.min(near.length, 10);
}

/** The words between boundaries where nothing was found: a paraphrase may hide there. */
function unreadIn(t, found) {
  const read = new Set(found.flatMap(({ hit }) => (hit ? hit.words.map((word) => t.bounds[t.origin[word]]) : [])));
  return range(0, t.real).filter((at) => !read.has(t.bounds[at])).map((at) => t.entries[at]);
}
