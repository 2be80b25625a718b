const CROWD_WITHIN = 3, ASIDE_WITHIN = 4, THAT_WITHIN = 5, DISBELIEVED_WITHIN = 3, REBUTTED_WITHIN = 3, LONGEST_OPINION = 60;
/** Twin of reading/quoting.py: the words of opinions that the answer reports and does not share. */
function findQuoted(t) {
  const quoted = new Set();
  let sentence = 0;
  const sentences = t.pauses.map((pause) => (sentence += Number(pause === STOP)));
  for (const at of range(0, t.real)) {
    const bits = bitsAt(t, at);
    let words = [];
    if (bits & OPINION && !quoted.has(at) && !isAside(t, at)) words = opinionAt(t, sentences, at);
    else if (bits & ALLEGEDLY) words = untilEdge(t, at);
    if (takesBack(t, at)) words = [...words, ...takenBack(t, sentences, at)];
    else if (answersNo(t, at)) words = [...words, ...sentenceBefore(sentences, at)];
    [...words, ...disbelieved(t, at)].forEach((word) => quoted.add(word));
  }
  return quoted;
}

function isAside(t, at) {
  return range(asideStart(t, at), at).some((word) => bitsAt(t, word) & AS || word + rowAt(t, word, t.language.own) >= at) || bitsAt(t, at - 1) & NEGATOR;
}

function asideStart(t, at) {
  let first = at;
  while (first > Math.max(0, at - ASIDE_WITHIN) && !t.edges[first]) first -= 1;
  return first;
}

function opinionAt(t, sentences, at) {
  const claim = claimBefore(t, sentences, at), start = claim.length ? claim[0] : contentStart(t, at);
  if (start < 0) return [];
  const end = claim.length ? claim[claim.length - 1] + 1 : speechEnd(t, start) || contentEnd(t, start);
  const verdict = verdictAfter(t, sentences, Math.max(end, at), sentences[Math.max(end - 1, at)]);
  const near = range(Math.max(0, at - CROWD_WITHIN), Math.min(t.real, at + CROWD_WITHIN));
  const ofCrowd = near.some((word) => bitsAt(t, word) & CROWD && sentences[word] === sentences[at]);
  return verdict === "wrong" || (!verdict && ofCrowd) ? range(start, end) : [];
}

/** «План взят с потолка, многие так считают». */
function claimBefore(t, sentences, at) {
  const first = asideStart(t, at);
  let end = at + 1;
  while (end < at + ASIDE_WITHIN && !edgeAt(t, end)) end += 1;
  const others = range(first, end).filter((word) => word !== at && !rowAt(t, word, t.language.thus));
  const saysMore = others.some((word) => !(bitsAt(t, word) & (CROWD | FREE)));
  const opens = first === 0 || sentences[first - 1] < sentences[at];
  if (saysMore || others.length === end - first - 1 || edgeAt(t, end) < (opens ? START : 1)) return [];
  let start = first;
  while (start > Math.max(0, first - LONGEST_OPINION) && (start === first || t.edges[start] < START)) start -= 1;
  return range(start, first);
}

function disbelieved(t, at) {
  const size = rowAt(t, at, t.language.disbeliefs), start = at + size;
  for (const word of range(start, size ? Math.min(t.real, start + DISBELIEVED_WITHIN) : start)) {
    if (t.edges[word] === START) break;
    if (bitsAt(t, word) & THAT) return range(word, beforeTurn(t, word, contentEnd(t, word)));
  }
  return [];
}

/** «Не верю, что дело в цене, а верю в качество». */
function beforeTurn(t, start, end) {
  const turn = range(start, end).find((word) => t.edges[word] === 2) ?? end;
  return range(start, turn + 2).some((word) => bitsAt(t, word) & NEGATOR) ? end : turn;
}

function takesBack(t, at) {
  const size = rowAt(t, at, t.language.retractions);
  let first = at;
  while (size === 1 && first > 0 && !t.edges[first] && bitsAt(t, first - 1) & FREE) first -= 1;
  return size > 1 || (size === 1 && (first === 0 || t.edges[first] > 0) && edgeAt(t, at + 1) > 0);
}

function takenBack(t, sentences, at) {
  const before = sentenceBefore(sentences, at);
  return before.some((word) => t.entries[word].keys.length) ? before : [...sentenceBefore(sentences, at - before.length), ...before];
}

function sentenceBefore(sentences, at) {
  let first = at;
  while (first > Math.max(0, at - LONGEST_OPINION) && sentences[first - 1] === sentences[at - 1]) first -= 1;
  return range(first, at);
}

/** «Фактическая маржа? Нет, плановая». */
function answersNo(t, at) {
  const size = rowAt(t, at, t.language.noes);
  return size && signBefore(t, at, /[?]/) && edgeAt(t, at + size);
}

function contentStart(t, at) {
  for (const word of range(at + 1, Math.min(t.real, at + 1 + THAT_WITHIN))) {
    if (t.edges[word] === START) break;
    if (bitsAt(t, word) & THAT || t.edges[word] || signBefore(t, word, OPENING)) return word;
  }
  return t.language.mayOmitThat && !edgeAt(t, at + 1) ? at + 1 : -1;
}

const OPENING = /[«„“"]/, CLOSING = /[»”“"]/;
const signBefore = (t, word, sign) => sign.test(t.pieces[2 * word]);

/** Where speech in quotation marks ends, be it of several sentences; undefined for none. */
function speechEnd(t, start) {
  if (signBefore(t, start, OPENING)) return range(start + 1, Math.min(t.real, start + LONGEST_OPINION) + 1).find((word) => signBefore(t, word, CLOSING));
}

function contentEnd(t, start) {
  const rebuts = (word) => rowAt(t, word, t.language.rebuttals) || (bitsAt(t, word) & FREE && rowAt(t, word + 1, t.language.rebuttals));
  const ends = (word) => t.edges[word] === START || (t.edges[word] && rebuts(word));
  const end = Math.min(t.real, start + LONGEST_OPINION);
  return range(start + 1, end).find(ends) ?? end;
}

function verdictAfter(t, sentences, end, sentence) {
  for (const word of range(end, Math.min(t.real, end + LONGEST_OPINION))) {
    if (sentences[word] > sentence + 2) break;
    const isNegated = bitsAt(t, word - 1) & NEGATOR && !t.edges[word];
    if (rowAt(t, word, t.language.approvals) && !isNegated) return "right";
    if (sentences[word] <= sentence + 1 && isRebuttal(t, word)) return isNegated ? "right" : "wrong";
  }
  return "";
}

function isRebuttal(t, word) {
  const opens = range(Math.max(0, word - REBUTTED_WITHIN), word + 1).some((near) => near === 0 || t.edges[near]);
  return opens && ((t.edges[word] === START && bitsAt(t, word) & BREAK) || rowAt(t, word, t.language.rebuttals));
}

function untilEdge(t, at) {
  let end = at + 1;
  while (!edgeAt(t, end)) end += 1;
  return range(at + 1, end);
}
