/**
 * Any number of options is right. Key: {of, correct: [places]}; the response lists the places ticked. Each right tick adds
 * its part of the points, each wrong one takes as much away, never below 0 (IMS QTI 2.1, map_response, lowerBound 0).
 */
const multipleType = {
  start: [],
  accepts: (key, response) => isListOfPlaces(response, key.of),
  missing: (key, response) => (response.length ? "" : "first_choose_some"),
  decide(key, response) {
    const missed = key.correct.filter((place) => !response.includes(place));
    const right = key.correct.length - missed.length;
    const extra = response.length - right;
    return {
      correct: !missed.length && !extra,
      share: Math.max(0, right - extra) / key.correct.length,
      parts: tickedParts(key, response),
      feedback: [...response, ...missed.map((place) => key.of + place)],
      note: multipleNote(missed.length, extra),
    };
  },
  again: (response, decided) => placesWhere(decided.parts, true),
  answer: (key) => key.correct,
  read: readTicked,
  write: writeTicked,
  shuffle: shuffleRows,
};

function multipleNote(isMissing, isExtra) {
  if (isMissing) return [isExtra ? "note_missing_and_extra" : "note_missing", {}];
  return isExtra ? ["note_extra", {}] : null;
}
