/** Any number of options is right. Key: {of, correct: [places]}; the response lists the places ticked. */
questionTypes.multiple = {
  start: [],
  accepts: (key, response) => isListOfPlaces(response, key.of),
  missing: (key, response) => (response.length ? "" : "first_choose_some"),
  decide(key, response) {
    const parts = Array.from({ length: key.of }, (_, place) => (response.includes(place) ? key.correct.includes(place) : null));
    const isMissing = key.correct.some((place) => !response.includes(place));
    const isExtra = parts.includes(false);
    return { correct: !isMissing && !isExtra, parts, feedback: response, note: multipleNote(isMissing, isExtra) };
  },
  again: (response, decided) => placesWhere(decided.parts, true),
  answer: (key) => key.correct,
  read: readTicked,
  write: writeTicked,
};

function multipleNote(isMissing, isExtra) {
  if (isMissing) return [isExtra ? "note_missing_and_extra" : "note_missing", {}];
  return isExtra ? ["note_extra", {}] : null;
}
