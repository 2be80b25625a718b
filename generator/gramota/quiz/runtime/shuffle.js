/** Twin of quiz/shuffle.py: orders that look shuffled and are the same wherever the seed is. */

/** The places 0..count-1 in the order that the seed gives them. */
function shuffled(count, seed) {
  const ranks = Array.from({ length: count }, (_, place) => sha256(`${seed}/${place}`));
  return [...ranks.keys()].sort((one, other) => (ranks[one] < ranks[other] ? -1 : 1));
}

/** The shuffled places, moved on by one where they came out as `answer`: that would show it. */
function shuffledUnlike(answer, seed) {
  const places = shuffled(answer.length, seed);
  return String(places) === String(answer) ? [...places.slice(1), places[0]] : places;
}
