/** One option is right. Key: {of, correct: [place]}; the response is the place chosen, in a list. */
questionTypes.single = {
  start: [],
  accepts: (key, response) => isListOfPlaces(response, key.of) && response.length <= 1,
  missing: (key, response) => (response.length ? "" : "first_choose_one"),
  decide(key, response) {
    const correct = key.correct.includes(response[0]);
    const parts = Array.from({ length: key.of }, (_, place) => (place === response[0] ? correct : null));
    return { correct, parts, feedback: response, note: null };
  },
  again: () => [],
  answer: (key) => key.correct,
  read: readTicked,
  write: writeTicked,
  shuffle: shuffleRows,
};
