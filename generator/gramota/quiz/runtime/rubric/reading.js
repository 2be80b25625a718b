/** Twin of reading/words.py and spelling/layout.py: the words of an answer, each looked up once. */
function splitAnswer(index, answer) {
  const words = lookedUp(index, answer);
  if (!(words.seen & LATIN) || !index.language.layout) return words;
  const meant = answer.replace(/[!-~]*[A-Za-z][ -~]*/g, (run) => runAsMeant(index, run));
  return meant === answer ? words : lookedUp(index, meant);
}

function lookedUp(index, answer) {
  let pieces = answer.split(WORDS);
  if (pieces.slice(2, -1).some((piece, at) => at % 2 === 0 && pauseOf(piece) === 4)) pieces = unhyphenated(index, pieces);
  const raws = pieces.filter((_, at) => at % 2);
  const entries = raws.map((raw, at) => entryOf(index, raw, at < 400));
  return {
    pieces, entries, pauses: raws.map((_, at) => (at ? pauseOf(pieces[2 * at]) : 0)),
    seen: entries.reduce((bits, entry) => bits | entry.bits, 0),
    parts: new Set(entries.flatMap((entry) => [...entry.parts])),
  };
}

/** Тех-отдел is one word where the rubric has «техотдел», and two otherwise. */
function unhyphenated(index, pieces) {
  const joined = pieces.slice(0, 2);
  for (let at = 2; at + 1 < pieces.length; at += 2) {
    const last = joined.length - 1;
    if (pauseOf(pieces[at]) === 4 && index.forms.has(foldWord(joined[last]) + foldWord(pieces[at + 1]))) {
      joined[last] += pieces[at] + pieces[at + 1];
    } else joined.push(pieces[at], pieces[at + 1]);
  }
  return [...joined, pieces[pieces.length - 1]];
}

function runAsMeant(index, run) {
  const russian = (text) => mapped(text, ...index.language.layout);
  const forms = (text) => text.split(WORDS).filter((word, at) => at % 2 && index.forms.has(foldWord(word)));
  if (!forms(russian(run)).some((word) => foldWord(word).length > 3)) return run;
  return run.replace(/[!-~]+/g, (chunk) => (forms(chunk).length ? chunk : russian(chunk)));
}

/** Twin of reading/reading.py: clauses, and how far apart words stand. */
const FAR = 1e6, CONTRAST = 21, START = 3;

function readWords(words, language) {
  const { entries, pieces } = words;
  const pauses = words.pauses.map((pause, at) => settledPause(pause, pieces[2 * at], pieces[2 * at + 1], entries[at - 1]));
  const edges = entries.map((entry, at) => edgeBefore(entry, pauses[at], entries[at + 1], pauses[at + 1], language) || opens(entries, at));
  if (entries.length && entries[0].text === "1") itemise(edges, entries);
  const t = { entries: [...entries], classes: entries.map((entry) => entry.bits), pauses, edges, weights: [0], bounds: [], real: entries.length, seen: words.seen, pieces, language };
  edges.forEach((edge, at) => {
    const cost = edge === 2 && t.classes[at + 1] & NEGATOR ? CONTRAST : [0, 1, 2, FAR][edge];
    t.weights.push(t.weights[at] + entries[at].weight);
    t.bounds.push((t.bounds[at - 1] ?? 0) + cost);
  });
  return t;
}

function settledPause(pause, gap, raw, before) {
  if (pause < 4) return pause;
  if (pause === 4) return 0;
  const first = String.fromCodePoint(raw.codePointAt(0));
  const isNumber = gap === "." && /[0-9]/.test(first) && /[0-9]$/.test(before.text);
  const isInner = pause === 5 && first === first.toLowerCase() && (isNumber || before.bits & ABBREVIATION);
  return isInner ? pauseOf(gap.replaceAll(".", "")) % 4 : STOP;
}

/** A conjunction that wants a comma has one: «скидок не даю потому что …». */
const opens = (entries, at) => entries[at].bits & OPENER && !(at && entries[at - 1].bits & NEGATOR) ? 1 : 0;

/** «1 отвечаю сразу 2 не тяну с расчётом 3 звоню». */
function itemise(edges, entries) {
  let item = 2;
  entries.forEach((entry, at) => {
    if (entry.text !== `${item}`) return;
    edges[at] = START;
    item += 1;
  });
}

function edgeBefore(entry, pause, next, nextPause, language) {
  if (pause < STOP && entry.bits & (BREAK | TURN)) {
    const goesOn = next && nextPause !== STOP && language.bridges.get(entry.text)?.includes(next.text);
    if (!goesOn) return entry.bits & BREAK ? START : 2;
  }
  return pause === STOP ? START : Number(pause > 0);
}

const bitsAt = (t, at) => t.classes[at] ?? 0;
const edgeAt = (t, at) => t.edges[at] ?? START;
const textAt = (t, at) => t.entries[at]?.text ?? "";
const range = (start, end) => Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at);

function gapBetween(t, last, first) {
  return first <= last ? 0 : t.weights[first] - t.weights[last + 1] + t.bounds[first] - t.bounds[last];
}

/** How many words at a place make a listed sequence within a sentence, 0 for none. */
function rowAt(t, at, rows) {
  const stands = (row) => row.every((word, n) => textAt(t, at + n) === word && !(n && t.pauses[at + n] === STOP));
  return (rows.get(textAt(t, at)) ?? []).find(stands)?.length ?? 0;
}
