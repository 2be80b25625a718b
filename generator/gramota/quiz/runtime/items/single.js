/** One option is right. Key: {of, correct: [place]}; the response is the place chosen, in a list. */
const singleType = {
  start: [],
  accepts: (key, response) => isListOfPlaces(response, key.of) && response.length <= 1,
  missing: (key, response) => (response.length ? "" : "first_choose_one"),
  decide(key, response) {
    return { correct: key.correct.includes(response[0]), parts: tickedParts(key, response), feedback: response, note: null };
  },
  again: () => [],
  answer: (key) => key.correct,
  read: readTicked,
  write: writeTicked,
  shuffle: shuffleRows,
};
