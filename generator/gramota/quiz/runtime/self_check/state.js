/**
 * What is stored of a self-check question: {hash, response, attempts, outcome}, and since then {share} of its points,
 * {hints} opened, {earlier} attempts before it was opened again. The question itself checks the response.
 */

const OUTCOMES = ["open", "right", "wrong", "shown"];

function isState({ hash, attempts, outcome, share = 0, hints = 0, earlier = 0 }) {
  const isCount = (number) => Number.isSafeInteger(number) && number >= 0;
  const isShare = Number.isFinite(share) && share >= 0 && share <= 1;
  return typeof hash === "string" && OUTCOMES.includes(outcome) && isShare && [attempts, hints, earlier].every(isCount);
}

/** What the reader's self-check of this letter came to: the questions that were checked at least once. */
function selfCheckResults(store) {
  const names = store.names("check/").filter((name) => !name.includes(ASIDE));
  return names.flatMap((name) => {
    const state = store.read(name, isState);
    if (state === null) return [];
    const { hash, outcome, earlier = 0, attempts, share = Number(outcome === "right") } = state;
    const result = { item: name.slice("check/".length), hash, attempts: earlier + attempts, correct: outcome === "right" };
    return result.attempts ? [{ ...result, share: Math.round(share * 100) / 100 }] : [];
  });
}
