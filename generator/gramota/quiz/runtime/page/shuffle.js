/** Orders that look shuffled and follow from a number alone. */

/** The places 0..count-1 in the order that the number gives them. */
function shuffled(count, number) {
  const ranks = Array.from({ length: count }, (_, place) => mixed(number ^ Math.imul(place + 1, 0x9e3779b1)));
  return [...ranks.keys()].sort((one, other) => ranks[one] - ranks[other]);
}

/** The shuffled places, moved on by one where they came out as `answer`: that would show it. */
function shuffledUnlike(answer, number) {
  const places = shuffled(answer.length, number);
  return String(places) === String(answer) ? [...places.slice(1), places[0]] : places;
}

/** The last steps of MurmurHash3: each bit of the number changes about half of the bits. */
function mixed(number) {
  const once = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
