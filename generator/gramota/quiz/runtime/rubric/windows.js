/** Twin of matching/windows.py: where several parts of a phrase stand together. A hit is {first, last, words, slips}. */
function findChains(t, parts, reach) {
  const found = [];
  let latest = [], end = -1;
  const hits = parts.flatMap((its, part) => its.map((hit) => [hit, part]));
  for (const [hit, part] of hits.sort(([a, p], [b, q]) => a.last - b.last || a.first - b.first || p - q)) {
    if (end >= 0 && gapBetween(t, end, hit.first) > reach) [latest, end] = [[], -1];
    latest[part] = [hit, ...(latest[part] ?? []).slice(0, 1)];
    end = Math.max(end, hit.last);
    if (range(0, parts.length).every((each) => latest[each])) {
      const chosen = chooseHits(latest, part);
      if (chosen) found.push(joinHits(chosen));
    }
  }
  return oneEach(found);
}

/** Parts in this order with no word between them. */
function findSideBySide(parts) {
  return parts.reduce((found, part) => {
    const starts = new Map();
    part.forEach((hit) => starts.set(hit.first, [...(starts.get(hit.first) ?? []), hit]));
    return oneEach(found.flatMap((hit) => (starts.get(hit.last + 1) ?? []).slice(0, 8).map((next) => joinHits([hit, next]))));
  });
}

/** One hit for each stretch, the one with the fewest slips and the first of those; in order. */
function oneEach(hits) {
  const best = new Map();
  for (const hit of hits) {
    const at = hit.last * 2 ** 24 + hit.first;
    if (!best.has(at) || hit.slips < best.get(at).slips) best.set(at, hit);
  }
  return [...best].sort(([a], [b]) => a - b).map(([, hit]) => hit);
}

function joinHits(hits) {
  return {
    last: Math.max(...hits.map((hit) => hit.last)), first: Math.min(...hits.map((hit) => hit.first)),
    words: sortedUnique(hits.flatMap((hit) => hit.words)), slips: hits.reduce((sum, hit) => sum + hit.slips, 0),
  };
}

const sortedUnique = (numbers) => [...new Set(numbers)].sort((a, b) => a - b);

/** One hit for each part, no word used twice; the newest hit must be among them. */
function chooseHits(latest, newest) {
  const words = latest.flatMap(([hit]) => hit.words);
  if (new Set(words).size === words.length) return latest.map(([hit]) => hit);
  return pickHits(latest.map((hits, part) => (part === newest ? hits.slice(0, 1) : hits)), new Set());
}

function pickHits([hits, ...others], used) {
  if (!hits) return [];
  for (const hit of hits) {
    if (!hit.words.some((word) => used.has(word))) {
      const rest = pickHits(others, new Set([...used, ...hit.words]));
      if (rest) return [hit, ...rest];
    }
  }
  return null;
}
