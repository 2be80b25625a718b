/**
 * Which questions one run asks, and the number that shuffles each: [[id, number], …]. `ask` says how many are drawn of a
 * pool; of the others all are. What was dealt before stays, so neither a reload nor a new question changes it.
 */
function dealt(items, ask, before) {
  const known = new Map(before);
  const numbered = items.map(({ id, pool }) => ({ id, pool, number: known.get(id) ?? randomNumber() }));
  const knownFirst = (one, other) => known.has(other.id) - known.has(one.id) || one.number - other.number;
  const drawn = (pool) => numbered.filter((item) => item.pool === pool).sort(knownFirst).slice(0, ask[pool]);
  return [...new Set(items.map(({ pool }) => pool))].flatMap(drawn).map(({ id, number }) => [id, number]);
}

function isDeal({ asked }) {
  return Array.isArray(asked) && asked.every((pair) => Array.isArray(pair) && typeof pair[0] === "string" && Number.isSafeInteger(pair[1]));
}

function randomNumber() {
  return Math.floor(Math.random() * 2 ** 32);
}
