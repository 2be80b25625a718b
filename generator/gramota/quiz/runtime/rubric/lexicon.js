/** Twin of languages/word_class.py. */
const [FREE, ABBREVIATION, BREAK, TURN, JOIN, NEGATOR, NOUN_NEGATOR, ECHO, WEAKENER, BAN, NONE, PRONOUN, ABSENCE,
  CIRCUMSTANCE, PRONOUN_OBJECT, LINK, CROWD, OPINION, ALLEGEDLY, AS, THAT, INFINITIVE, ADJECTIVE, VERB, OWN_VERB,
  ATTACHED, IN_ROWS, , ACTION, , LATIN, OPENER] = Array.from({ length: 32 }, (_, bit) => 1 << bit);
const ANY_NEGATOR = NEGATOR | NOUN_NEGATOR | ECHO;

/** Twin of reading/lexicon.py: what a word of an answer is; `forgives` for one whose slips of the pen are looked for. */
function entryOf(index, raw, forgives) {
  const known = index.entries[Number(forgives)];
  if (!known.has(raw)) known.set(raw, madeEntry(index, raw, forgives));
  return known.get(raw);
}

function madeEntry(index, raw, forgives) {
  const { language } = index;
  const text = foldKnown(index, raw);
  let keys = exactKeys(index, text), slips = 0, bits = language.classes.get(text) ?? 0;
  if (forgives && !keys.length) {
    const { attached } = language;
    const rest = text.slice(attached.length);
    if (attached && text.startsWith(attached) && signsOf(rest).length > 4 && index.forms.has(rest)) {
      keys = exactKeys(index, rest);
      bits |= ATTACHED;
    } else if (!bits && !isAbbreviation(raw)) {
      [keys, slips] = nearestForms(index, text);
      if (slips === 1 && index.strangers.has(text)) keys = [];
    }
  }
  bits |= bitsByEnding(language, text);
  const parts = new Set(keys.flatMap((key) => index.partsByKey.get(key) ?? []));
  return { text, keys, slips, bits, parts, weight: Number(!(bits & (FREE | ANY_NEGATOR))) };
}

/** Four capitals are no misspelt word of five: EBIT is no debit. */
const isAbbreviation = (raw) => signsOf(raw).length === 4 && raw === raw.toUpperCase();

/** A word of Latin letters that look Cyrillic is read as Cyrillic where that makes it known. */
function foldKnown(index, raw) {
  const text = foldWord(raw);
  if (!index.language.layout || !/^[aceopxykmthb]+$/.test(text) || exactKeys(index, text).length) return text;
  const twin = asCyrillic(text);
  return exactKeys(index, twin).length || index.language.classes.has(twin) ? twin : text;
}

function exactKeys(index, text) {
  const begun = index.beginnings.filter(([start, , tail]) => text.startsWith(start) && signsOf(text).length <= signsOf(start).length + tail);
  return [...new Set([...(index.forms.get(text) ?? []), ...begun.map(([, key]) => key)])].sort((a, b) => a - b);
}

function bitsByEnding(language, text) {
  const size = signsOf(text).length;
  return language.endings.reduce(
    (bits, [bit, shortest, ...endings]) => (size >= shortest && endsIn(text, endings) ? bits | bit : bits),
    /^[\0-\x7f]*$/.test(text) && !/^\d+$/.test(text) ? LATIN : 0,
  );
}

/** Whether a word has one of the endings, and not one that only looks so. */
function endsIn(text, endings) {
  const [right, wrong] = endings.map((each) => each.some((ending) => text.endsWith(ending)));
  return right && !wrong;
}

/** Twin of spelling/typos.py: [keys, slips] of the nearest forms. */
function nearestForms(index, word) {
  const near = isWorthIt(word) ? candidates(index, word) : [];
  const slips = near.map((form) => [form, isForgiven(word, form)]).filter(([, distance]) => distance);
  const fewest = Math.min(...slips.map(([, distance]) => distance), 3);
  const keys = slips.flatMap(([form, distance]) => (distance === fewest ? index.forms.get(form) : []));
  return [[...new Set(keys)].sort((a, b) => a - b), fewest % 3];
}

function candidates(index, word) {
  const reach = word.length > 8 ? 2 : 1;
  const sizes = Array.from({ length: 2 * reach + 1 }, (_, at) => word.length - reach + at);
  const swapped = word[1] + word[0] + word.slice(2);
  return [
    ...sizes.flatMap((size) => index.shelves.get(word[0] + size) ?? []),
    ...(index.tails.get(word) ?? []), ...(index.tails.get(word.slice(1)) ?? []),
    ...[word.slice(1), swapped].filter((form) => index.forms.has(form)),
  ];
}
