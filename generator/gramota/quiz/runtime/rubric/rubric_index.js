/** Twin of matching/phrase_index.py: a compiled rubric (gramota-rubric/3) laid out for many answers, its language ready. */
function indexOf(table, language) {
  const forms = new Map(), shelves = new Map(), tails = new Map();
  const put = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
  const unpacked = unpacker(table.endings);
  table.keys.forEach((packed, key) => unpacked(packed).forEach((form) => put(forms, form, key)));
  [...forms.keys()].filter(isWorthIt).forEach((form) => { put(shelves, form[0] + form.length, form); put(tails, form.slice(1), form); });
  const { beginnings } = table;
  const { prohibitions: before, alternatives, ceasings, verdicts, classes } = language;
  const told = [...verdicts.values()].flat().map((row) => row.find((word) => isTelling(classes.get(word))) ?? row[0]);
  const naming = [before, alternatives, ceasings].flatMap((rows) => [...rows.keys()]).concat(told);
  const prohibitions = new Set(naming.flatMap((word) => exactKeys({ forms, beginnings }, word)));
  const { keysBelow, choices, denies } = laidOut(table.nodes, prohibitions);
  const sought = (nodes) => nodes.map((node) => ({ node, needs: choices[node] ? [node] : sortedUnique(table.nodes[node][2]) }));
  const meanings = [...table.criteria, ...table.misconceptions].map(({ accept, reject }) => ({ accept: sought(accept), reject: sought(reject) }));
  const needed = new Set(meanings.flatMap(({ accept, reject }) => [...accept, ...reject].flatMap(({ needs }) => needs)));
  const partsByKey = new Map();
  needed.forEach((part) => keysBelow[part].forEach((key) => put(partsByKey, key, part)));
  return {
    table, language, nodes: table.nodes, forms, shelves, tails, beginnings, strangers: new Set(unpacked(table.strangers)),
    keysBelow, choices, denies, meanings, partsByKey, entries: [new Map(), new Map()],
  };
}

function laidOut(nodes, prohibitions) {
  const keysBelow = [], choices = [], denies = [];
  nodes.forEach(([kind, key, parts, , negated]) => {
    keysBelow.push(new Set(kind === "word" ? [key] : parts.flatMap((part) => [...keysBelow[part]])));
    denies.push(negated >= 0 || prohibitions.has(key) || parts.some((part) => denies[part]));
    const keys = parts.flatMap((part) => [...(choices[part]?.keys ?? [])]);
    const longer = parts.flatMap((part) => choices[part]?.longer ?? [part]);
    choices.push(kind === "word" ? { keys: new Set([key]), longer: [] } : kind === "any" ? { keys: new Set(keys), longer: [...new Set(longer)] } : null);
  });
  return { keysBelow, choices, denies };
}

/** The tables of a language as the engine looks things up in them; made once for all questions. */
function readyLanguage(language) {
  const classes = new Map(), tables = {}, unpacked = unpacker(language.forms);
  const add = (word, bits) => classes.set(word, classes.get(word) | bits);
  Object.entries(language.classes).forEach(([bits, words]) => unpacked(words).forEach((word) => add(word, bits)));
  Object.entries(language.rows).forEach(([name, texts]) => {
    const table = tables[name] = new Map();
    texts.forEach((text) => {
      const row = text.split(" "), [first] = row;
      table.set(first, [...(table.get(first) ?? []), row]);
      if (name === "modals" && row.length < 2) add(first, VERB);
      if (/verdicts|prohibitions|alternatives|ceasings|qualms|disbeliefs|retractions|noes/.test(name)) add(first, IN_ROWS);
      if (/disbeliefs|retractions|noes/.test(name)) add(row[row.length - 1], IN_ROWS);
    });
  });
  return { ...language, ...tables, classes, bridges: new Map(Object.entries(language.bridges)) };
}
