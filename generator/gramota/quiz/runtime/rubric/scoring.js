/** Twin of confidence.py and of score.py's points: what trainers are told besides; no page has it. */
const REVIEW_BELOW = 0.7, SUREST = 58, MET = 9, NOT_MET = 62, HIDDEN = 4, DENIED = 6, DOUBTFUL = 15, APART = 4, A_NEAR_MISS = 2, OTHERS_MET = 5;
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
  const { index, words, t, found, split, met, size, reported } = sought;
  const unread = Math.min(countUnread(t, found), 24);
  return found.map((each, at) => {
    if (!each.hit) return confidenceOf(NOT_MET + pointsOfAbsence(t, index.meanings[at], each, words.parts) - unread - OTHERS_MET * met);
    if (at >= split) return confidenceOf(Math.abs(each.points + pointsOfHolding(sought)));
    return confidenceOf(MET + each.points + Math.min(size, 24) - unread - reported);
  });
}

function pointsOfAbsence(t, { accept }, { whole, isHidden }, parts) {
  if (isHidden) return -HIDDEN;
  const near = accept.filter(({ needs }) => needs.length > 1 && needs.filter((part) => !parts.has(part)).length === 1);
  return Math.min(0, ...whole.map(({ node }) => refusalOf(t, node))) - A_NEAR_MISS * Math.min(near.length, 10);
}

function refusalOf(t, node) {
  const after = (hit) => hit.words.every((word) => !t.quoted.has(word) && denialsOver(t, word).every(({ at }) => at < word));
  const hits = findPhrase(t, node, 2);
  return hits.length ? (hits.every(after) ? -DENIED : -DOUBTFUL) : -APART;
}

/** Foreign words between boundaries where nothing was found: a paraphrase may hide there. */
function countUnread(t, found) {
  const read = new Set(found.flatMap(({ hit }) => (hit ? hit.words.map((word) => t.bounds[t.origin[word]]) : [])));
  return range(0, t.real).reduce((sum, at) => sum + (read.has(t.bounds[at]) ? 0 : t.entries[at].weight), 0);
}
