/** Twin of matching/match.py: where in an answer the nodes of phrases stand. Modes: 0 asserted, 1 open. */
function openText(index, words) {
  const { language } = index;
  const t = { ...readWords(words, language), index, origin: range(0, words.entries.length), borrowed: new Set(), found: [new Map(), new Map()] };
  t.denials = findDenials(t);
  const quoted = findQuoted(t);
  findContrasts(t, t.denials).forEach(([shared, side]) => addContrast(t, shared, side));
  t.quoted = quoted;
  t.places = new Map();
  t.entries.forEach((entry, at) => entry.keys.forEach((key) => {
    if (!t.places.has(key)) t.places.set(key, []);
    t.places.get(key).push({ last: at, first: at, words: [at], slips: entry.slips });
  }));
  const open = new Set(range(0, t.entries.length).filter((at) => quoted.has(t.origin[at])));
  t.barred = [new Set([...t.denials.denied, ...open]), open];
  return t;
}

/** Appends the asserted side with the words that it shares, as a clause of its own. */
function addContrast(t, shared, side) {
  sortedUnique([...shared, ...side]).forEach((word, at) => {
    if (shared.includes(word)) t.borrowed.add(t.origin.length);
    const size = t.entries.push(t.entries[word]) - 1;
    t.edges[size] = at ? 0 : 3;
    t.weights.push(t.weights[size] + t.entries[word].weight);
    t.bounds.push(t.bounds[size - 1] + (at ? 0 : FAR));
    t.origin.push(word);
  });
}

/** Every place where a phrase stands; in a clause made for a contrast, with a shared word and something else. */
function findPhrase(t, node) {
  const lent = (hit) => hit.words.filter((word) => t.borrowed.has(word)).length;
  return nodeHits(t, node, 0).filter((hit) => hit.first < t.real || (lent(hit) > 0 && lent(hit) < hit.words.length));
}

function stretchOf(t, hit) {
  const used = hit.first < t.real ? [hit.first, hit.last] : hit.words.map((word) => t.origin[word]);
  return [Math.min(...used), Math.max(...used)];
}

function nodeHits(t, node, mode) {
  const found = t.found[mode], choice = t.index.choices[node];
  if (!found.has(node)) found.set(node, choice ? chosenHits(t, choice, mode) : rowHits(t, node, mode));
  return found.get(node);
}

function chosenHits(t, choice, mode) {
  const own = [...t.places].flatMap(([key, hits]) => (choice.keys.has(key) ? hits : []));
  const longer = choice.longer.filter((node) => [...t.places.keys()].some((key) => t.index.keysBelow[node].has(key)));
  return oneEach([...own.filter((hit) => !t.barred[mode].has(hit.first)), ...longer.flatMap((node) => nodeHits(t, node, mode))]);
}

function rowHits(t, number, mode) {
  const [kind, , parts, reach, negated] = t.index.nodes[number];
  const denies = t.index.denies[number];
  const hits = [];
  for (const part of parts) {
    hits.push(nodeHits(t, part, denies ? 1 : mode));
    if (!hits[hits.length - 1].length) return [];
  }
  if (kind === "exact") return findSideBySide(hits).filter((hit) => !range(hit.first + 1, hit.last + 1).some((word) => t.edges[word]));
  const chains = findChains(t, hits, reach);
  if (!denies) return chains;
  return negated < 0 ? chains.filter((hit) => ownsItsDenials(t, hit)) : chains.flatMap((hit) => withDenial(t, hit, t.index.nodes[number]));
}

const denialsOver = (t, word) => (t.denials.over.get(word) ?? []).map((number) => t.denials.all[number]);

function ownsItsDenials(t, hit) {
  return hit.words.every((word) => !t.denials.denied.has(word) || denialsOver(t, word).every(({ at }) => hit.words.includes(at)));
}

/** The hit with the negation that denies what the phrase does, if there is one. */
function withDenial(t, hit, [, , parts, , from, until]) {
  const after = parts.slice(from, until).map((part) => t.index.keysBelow[part]);
  const negated = hit.words.filter((word) => t.entries[word].keys.some((key) => after.some((keys) => keys.has(key))));
  for (const number of sortedUnique(negated.flatMap((word) => t.denials.over.get(word) ?? []))) {
    const denial = t.denials.all[number];
    if (servesDenial(t, denial, hit, negated)) {
      const words = sortedUnique([...hit.words, denial.at]);
      return [{ last: Math.max(hit.last, denial.at), first: Math.min(hit.first, denial.at), words, slips: hit.slips }];
    }
  }
  return [];
}

function servesDenial(t, { at, covers }, hit, negated) {
  const isAffirmed = (word) => denialsOver(t, word).filter((denial) => bitsAt(t, denial.at) & NEGATOR).length === 2;
  const isNotWithout = (word) => denialsOver(t, word).some((denial) => bitsAt(t, denial.at) & NOUN_NEGATOR && bitsAt(t, denial.at - 1) & NEGATOR);
  if (negated.some((word) => (!covers.includes(word) && !belongsTo(t, word, at)) || isAffirmed(word)) || negated.every(isNotWithout)) return false;
  return hit.words.every((word) => negated.includes(word) || covers.includes(word) || !t.denials.denied.has(word));
}

function belongsTo(t, word, at) {
  if (word > at || t.bounds[at] - t.bounds[word] >= FAR) return false;
  const between = range(word + 1, at + 1);
  return !between.some((each) => t.edges[each]) || between.some((each) => bitsAt(t, each) & LINK);
}
