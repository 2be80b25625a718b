/** Twin of phrase_index.py: a compiled rubric (gramota-rubric/3) laid out for many answers, its language ready. */
function indexOf(table, language) {
  const forms = new Map(), shelves = new Map(), tails = new Map();
  const put = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
  const unpacked = unpacker(table.endings);
  table.keys.forEach((packed, key) => unpacked(packed).forEach((form) => put(forms, form, key)));
  [...forms.keys()].filter(isWorthIt).forEach((form) => { put(shelves, form[0] + form.length, form); put(tails, form.slice(1), form); });
  const { keysBelow, choices, denies } = laidOut(table.nodes);
  const sought = (nodes) => nodes.map((node) => ({ node, needs: choices[node] ? [node] : sortedUnique(table.nodes[node][2]) }));
  const meanings = [...table.criteria, ...table.misconceptions].map(({ accept, reject }) => ({ accept: sought(accept), reject: sought(reject) }));
  const needed = new Set(meanings.flatMap(({ accept, reject }) => [...accept, ...reject].flatMap(({ needs }) => needs)));
  const partsByKey = new Map();
  needed.forEach((part) => keysBelow[part].forEach((key) => put(partsByKey, key, part)));
  return {
    table, language, nodes: table.nodes, forms, shelves, tails, beginnings: table.beginnings, strangers: new Set(unpacked(table.strangers)),
    keysBelow, choices, denies, meanings, partsByKey, entries: [new Map(), new Map()],
  };
}

function laidOut(nodes) {
  const keysBelow = [], choices = [], denies = [];
  nodes.forEach(([kind, key, parts, , negated]) => {
    keysBelow.push(new Set(kind === "word" ? [key] : parts.flatMap((part) => [...keysBelow[part]])));
    denies.push(negated >= 0 || parts.some((part) => denies[part]));
    const keys = parts.flatMap((part) => [...(choices[part]?.keys ?? [])]);
    const longer = parts.flatMap((part) => choices[part]?.longer ?? [part]);
    choices.push(kind === "word" ? { keys: new Set([key]), longer: [] } : kind === "any" ? { keys: new Set(keys), longer: [...new Set(longer)] } : null);
  });
  return { keysBelow, choices, denies };
}

/** The tables of a language as the engine looks things up in them; made once for all questions. */
function readyLanguage(language) {
  const classes = new Map(Object.entries(language.classes).flatMap(([bits, words]) => words.split(" ").map((word) => [word, Number(bits)])));
  const rows = (name) => {
    const table = new Map();
    language.rows[name].forEach((text) => {
      const row = text.split(" ");
      table.set(row[0], [...(table.get(row[0]) ?? []), row]);
    });
    return table;
  };
  const tables = Object.fromEntries(Object.keys(language.rows).map((name) => [name, rows(name)]));
  return { ...language, ...tables, classes, bridges: new Map(Object.entries(language.bridges)) };
}
