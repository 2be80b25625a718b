/** A gap to fill. Key: {accept: [texts], wrong: [texts]}; the response is what was typed. */
questionTypes.blank = {
  start: "",
  accepts: isTyped,
  missing: (key, response) => (fold(response) ? "" : "first_write"),
  decide(key, response) {
    const typed = fold(response);
    const correct = key.accept.some((text) => fold(text) === typed);
    const known = correct ? -1 : key.wrong.findIndex((text) => fold(text) === typed);
    return { correct, parts: [correct], feedback: known < 0 ? [] : [known], note: null };
  },
  again: (response) => response,
  answer: (key) => key.accept[0],
  spoken: (key) => key.accept[0],
  read: readTyped,
  write: writeTyped,
};
