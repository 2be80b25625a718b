const LONGEST_SCOPE = 10, OBJECTS_BEFORE = 3, NOUNS_AFTER = 3, THOSE_WITHIN = 3, LONGEST_SIDE = 8;
/** Twin of reading/negation.py: which words are denied. `over` holds for each word the numbers of the denials that cover it. */
function findDenials(t) {
  const all = softened(t, allDenials(t));
  const over = new Map();
  all.forEach((denial, number) => denial.covers.forEach((word) => over.set(word, [...(over.get(word) ?? []), number])));
  const denied = new Set([...over].filter(([, numbers]) => isDenied(numbers.map((number) => all[number]))).map(([word]) => word));
  return { all, over, denied, places: new Set(all.map(({ at }) => at)) };
}

/** Two firm negations make an assertion; an echo counts only alone. */
function isDenied(denials) {
  const firm = denials.filter((denial) => denial.firm);
  const own = firm.filter((denial) => !denial.echo).length;
  return own % 2 === 1 || (firm.length > 0 && own === 0);
}

function allDenials(t) {
  return range(0, t.real).flatMap((at) => {
    const bits = bitsAt(t, at), found = [];
    if (bits & ATTACHED) found.push({ at, covers: [at], echo: false, firm: true });
    else if (bits & ANY_NEGATOR && !rowAt(t, at, t.language.prohibitions) && !isIdiom(t, at)) found.push(denialAt(t, at));
    const add = (at, covers) => found.push({ at, covers, echo: false, firm: true });
    const verdict = range(at, at + rowAt(t, at, t.language.verdicts));
    if (verdict.length) add(verdict.find((word) => isTelling(bitsAt(t, word))) ?? at, dismissed(t, at));
    const covers = forbidden(t, at);
    if (covers.length) add(at, covers);
    return found;
  });
}

/** Of “is forbidden” the second word: a phrase that names it owns the denial. */
function isTelling(bits) {
  return !(bits & FREE) || bits & ANY_NEGATOR;
}

/** What a listed sequence denies after it; after a negator as much as the negator does. */
function forbidden(t, at) {
  const { prohibitions, alternatives, ceasings, qualms, gerund } = t.language;
  const near = at && !t.edges[at] ? bitsAt(t, at - 1) | (t.edges[at - 1] ? 0 : bitsAt(t, at - 2)) : 0;
  const isDenied = near & NEGATOR, ceasing = rowAt(t, at, ceasings);
  const whole = rowAt(t, at, prohibitions) || (isDenied && rowAt(t, at, qualms));
  const noun = rowAt(t, at, alternatives);
  const size = whole || noun || (textAt(t, at + ceasing).endsWith(gerund) ? ceasing : 0);
  if (!size) return [];
  const covers = whole || isDenied ? scopeAfter : noun ? nounScope : ceased;
  return [...range(at + 1, at + size), ...covers(t, at + size - 1)];
}

/** “Stop giving discounts”: the action and its object, but not what “and” or a subject begins. */
function ceased(t, at) {
  const objects = nounScope(t, at + 1), end = objects.findIndex((word) => bitsAt(t, word) & (JOIN | VERB));
  return [at + 1, ...(end < 0 ? objects : objects.slice(0, end))];
}

function denialAt(t, at) {
  const bits = bitsAt(t, at);
  const after = bits & NOUN_NEGATOR ? nounScope(t, at) : andClause(t, scopeAfter(t, at));
  const covers = [...new Set([...after, ...coveredBefore(t, at)])].sort((a, b) => a - b);
  const firm = !stretchBefore(t, at).some((word) => bitsAt(t, word) & WEAKENER) && !isCondition(t, at, after);
  return { at, covers, echo: (bits & ECHO) > 0, firm };
}

/** «Не будет маржи — не будет и компании». */
function isCondition(t, at, after) {
  const absent = bitsAt(t, at) & NONE || bitsAt(t, at + 1) & ABSENCE;
  return (at === 0 || t.edges[at]) && absent && after.length && t.pauses[after[after.length - 1] + 1] === DASH;
}

function isIdiom(t, at) {
  const opens = at === 0 || t.edges[at] === START;
  const interjection = opens && bitsAt(t, at) & NONE && bitsAt(t, at + 1) & NEGATOR;
  const asks = rowAt(t, at + 2, t.language.whether) && !edgeAt(t, at + 1);
  return interjection || asks || rowAt(t, at + 1, t.language.idioms) > 0;
}

function scopeAfter(t, at) {
  let end = at + 1;
  while (end < Math.min(t.real, at + 1 + LONGEST_SCOPE) && !t.edges[end] && !endsScope(t, at, end)) end += 1;
  return range(at + 1, end);
}

/** «Не с теми, кто уже покупал». */
function andClause(t, scope) {
  const end = scope.length ? scope[scope.length - 1] + 1 : t.real;
  const points = scope.slice(0, THOSE_WITHIN).some((word) => rowAt(t, word, t.language.those));
  if (!points || edgeAt(t, end) > 1 || !(rowAt(t, end, t.language.who) || rowAt(t, end + 1, t.language.who))) return scope;
  let stop = end + 1;
  while (stop < Math.min(t.real, end + LONGEST_SCOPE) && !t.edges[stop]) stop += 1;
  return [...scope, ...range(end, stop)];
}

function endsScope(t, at, word) {
  if (bitsAt(t, word) & NEGATOR) return word > at + 2;
  const follow = bitsAt(t, word + 1);
  return bitsAt(t, word) & JOIN && (follow & ANY_NEGATOR || (follow | bitsAt(t, word + 2)) & VERB);
}

function nounScope(t, at) {
  const scope = [];
  let weighty = 0;
  for (const word of scopeAfter(t, at)) {
    const bits = bitsAt(t, word);
    if (bits & ANY_NEGATOR) break;
    if (weighty >= NOUNS_AFTER) {
      if (!(bits & JOIN) || bitsAt(t, word + 1) & FREE || !endsIn(textAt(t, word + 1), t.language.denied)) break;
      weighty = 0;
    }
    scope.push(word);
    weighty += bits & (FREE | ADJECTIVE) ? Number(!(bits & FREE)) : NOUNS_AFTER;
    if (word === at + 1 && bits & PRONOUN_OBJECT) break;
  }
  return scope;
}

function coveredBefore(t, at) {
  if (rowAt(t, at + 1, t.language.dismissals)) return dismissed(t, at);
  const own = bitsAt(t, at), modal = rowAt(t, at + 1, t.language.modals);
  const isOwn = bitsAt(t, at + 1) & (ABSENCE | OWN_VERB) || (edgeAt(t, at + 1) > 0 && own & NONE);
  const objects = isOwn ? objectsBefore(t, at) : [];
  return !objects.length && (modal || own & BAN) ? infinitivesBefore(t, at, at + 1 + modal) : objects;
}

function objectsBefore(t, at) {
  const objects = [];
  let left = OBJECTS_BEFORE;
  for (const word of stretchBefore(t, at).reverse()) {
    const bits = bitsAt(t, word);
    left -= Number(!(bits & FREE));
    if (bits & CIRCUMSTANCE) return [];
    if (left < 0 || bits & JOIN) break;
    objects.push(word);
  }
  return objects;
}

function infinitivesBefore(t, at, after) {
  if (bitsAt(t, after) & INFINITIVE && !edgeAt(t, after)) return [];
  return stretchBefore(t, at).filter((word) => bitsAt(t, word) & INFINITIVE);
}

/** Back to the nearest boundary; a dash is none if only words of the class `passed` follow it. */
function stretchBefore(t, at, passed = 0) {
  let here = at;
  while (here > 0 && at - here < LONGEST_SCOPE) {
    const isDash = t.edges[here] === 1 && t.pauses[here] === DASH;
    if (t.edges[here] && !(isDash && range(here, at).every((word) => bitsAt(t, word) & passed))) break;
    here -= 1;
  }
  return range(here, at);
}

function dismissed(t, at) {
  const stretch = stretchBefore(t, at, FREE), first = stretch[0] ?? at;
  const some = (bit) => stretch.some((word) => bitsAt(t, word) & bit);
  const takesUp = some(PRONOUN) && stretch.every((word) => bitsAt(t, word) & FREE);
  if (!takesUp || edgeAt(t, first) === START || first === 0) return stretch;
  return [...stretchBefore(t, first - 1), first - 1, ...stretch];
}

/** «Без маржи компания не проживёт» is a need, not a denial; so are the negations that go on in its sentence. */
function softened(t, denials) {
  let neededUntil = -1;
  return denials.map((denial, number) => {
    if (denial.at > neededUntil && goesOn(t, denial, denials[number + 1])) {
      neededUntil = denial.at;
      while (neededUntil + 1 < t.real && t.pauses[neededUntil + 1] !== STOP) neededUntil += 1;
    }
    return denial.at <= neededUntil ? { ...denial, firm: false } : denial;
  });
}

function goesOn(t, denial, follower) {
  if (!follower || !(bitsAt(t, denial.at) & NOUN_NEGATOR) || !isNeed(t, follower.at)) return false;
  return !range(denial.at + 1, follower.at + 1).some((word) => t.edges[word] || bitsAt(t, word) & JOIN);
}

function isNeed(t, at) {
  const bits = bitsAt(t, at);
  return bits & (NEGATOR | ECHO) || (bits & NOUN_NEGATOR && bitsAt(t, at - 1) & AS);
}

/** Twin of reading/contrast.py: [shared words, words of the asserted side] of each contrast. */
function findContrasts(t, { all, denied }) {
  return all.flatMap((denial) => {
    if (!(bitsAt(t, denial.at) & NEGATOR) || !denial.covers.length) return [];
    const noun = nounAfterAdjective(t, denial);
    const act = stretchBefore(t, denial.at).filter((word) => !denied.has(word));
    const pairs = [[[noun], noun < 0 ? [] : assertedSide(t, denial)], [act, sideOfAct(t, denial)]];
    return pairs.filter(([shared, side]) => shared.length && side.length && !side.some((word) => denied.has(word)));
  });
}

/** «Смотрю не на план, а на факт». */
function sideOfAct(t, { covers }) {
  const turn = pastAside(t, covers[covers.length - 1] + 1);
  if (!(bitsAt(t, turn) & TURN) || bitsAt(t, turn + 1) & NEGATOR) return [];
  const side = wordsUntilEdge(t, turn + 1);
  return [covers, side].some((words) => beginsWithVerb(t, words)) ? [] : side;
}

function beginsWithVerb(t, words) {
  const first = words.find((word) => t.entries[word].weight) ?? -1;
  return endsIn(textAt(t, first), t.language.likelyVerb) || bitsAt(t, first) & (VERB | OWN_VERB | INFINITIVE);
}

function nounAfterAdjective(t, denial) {
  const weighty = denial.covers.filter((word) => word > denial.at && !(bitsAt(t, word) & FREE));
  const at = weighty.findIndex((word) => !(bitsAt(t, word) & ADJECTIVE));
  return at > 0 ? weighty[at] : -1;
}

function assertedSide(t, { at, covers }) {
  const after = pastAside(t, covers[covers.length - 1] + 1);
  if (bitsAt(t, after) & TURN && !(bitsAt(t, after + 1) & NEGATOR)) return sideAfter(t, after + 1);
  return at > 1 && bitsAt(t, at - 1) & TURN ? sideBefore(t, at - 2) : [];
}

function pastAside(t, start) {
  let after = start;
  while (bitsAt(t, start) & AS && (after === start || !edgeAt(t, after))) after += 1;
  return after;
}

function sideAfter(t, start) {
  const side = wordsUntilEdge(t, start);
  const first = side.find((word) => (bitsAt(t, word) & (ADJECTIVE | FREE)) === ADJECTIVE);
  return first !== undefined && (first === side[side.length - 1] || bitsAt(t, first + 1) & FREE) ? side : [];
}

function wordsUntilEdge(t, start) {
  let end = start;
  while (end < Math.min(t.real, start + LONGEST_SIDE) && !t.edges[end]) end += 1;
  return range(start, end);
}

function sideBefore(t, last) {
  let first = last;
  while (!t.edges[first] && first > 0 && last - first < LONGEST_SIDE - 1) first -= 1;
  return bitsAt(t, last) & ADJECTIVE ? range(first, last + 1) : [];
}
