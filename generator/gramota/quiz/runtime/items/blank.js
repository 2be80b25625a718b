/**
 * A gap to fill. Key: {accept: [texts], wrong: [texts]}, and where other forms and slips count, {forms: {word: packed},
 * strangers: packed, endings}; the response is what was typed.
 */
const blankType = {
  start: "",
  accepts: isTyped,
  missing: (key, response) => (fold(response) ? "" : "first_write"),
  decide(key, response) {
    const distance = key.forms ? looseDistance(key, response) : (text) => (fold(text) === fold(response) ? 0 : Infinity);
    const [accepted, answer] = nearest(key.accept, distance);
    const [refused, known] = nearest(key.wrong, distance);
    // What is as near to a wrong answer as to a right one is wrong.
    const correct = accepted < refused || accepted === 0;
    const note = correct && accepted > 1 ? ["note_spelling", { answer: key.accept[answer] }] : null;
    return { correct, parts: [correct], feedback: correct || refused === Infinity ? [] : [known], note };
  },
  again: (response) => response,
  answer: (key) => key.accept[0],
  spoken: (key) => key.accept[0],
  read: readTyped,
  write: writeTyped,
};

/** [distance, place] of the text that is nearest, the first of several. */
function nearest(texts, distance) {
  const distances = texts.map(distance);
  const least = Math.min(...distances);
  return [least, distances.indexOf(least)];
}

/** How far the typed words are from a text: 0 the same words, 1 in other forms or with other spaces, 2 and 3 with slips of the pen. */
function looseDistance(key, response) {
  const typed = wordsTyped(response);
  const unpacked = unpacker(key.endings);
  const strangers = new Set(unpacked(key.strangers));
  const forms = (word) => (Object.hasOwn(key.forms, word) ? unpacked(key.forms[word]) : []);
  const wordDistance = (word, at) => {
    if (word === typed[at]) return 0;
    if (forms(word).includes(typed[at])) return 1;
    if (strangers.has(typed[at]) || !isWorthIt(typed[at], SHORTEST - 1)) return Infinity;
    return 1 + Math.min(...[word, ...forms(word)].map((form) => isForgiven(typed[at], form) || Infinity));
  };
  return (text) => {
    const words = wordsTyped(text);
    if (words.length === typed.length) return Math.max(...words.map(wordDistance));
    return words.join("") === typed.join("") ? 1 : Infinity;
  };
}

/** Words without what stands between them; an apostrophe parts none. */
function wordsTyped(text) {
  return fold(text).replace(/'/g, "").match(/[\p{L}\p{M}\p{N}\p{S}]+/gu) ?? [];
}
