/** What is stored of a self-check question: {hash, response, attempts, outcome}; the question itself checks the response. */

const OUTCOMES = ["open", "right", "wrong", "shown"];

function isState({ hash, attempts, outcome }) {
  return typeof hash === "string" && Number.isSafeInteger(attempts) && attempts >= 0 && OUTCOMES.includes(outcome);
}

/** What the reader's self-check of this letter came to: the questions that were checked at least once. */
function selfCheckResults(store) {
  const names = store.names("check/").filter((name) => !name.includes(ASIDE));
  return names.flatMap((name) => {
    const state = store.read(name, isState);
    if (state === null || state.attempts === 0) return [];
    const { hash, attempts, outcome } = state;
    return [{ item: name.slice("check/".length), hash, attempts, correct: outcome === "right" }];
  });
}
