/** A text in which the words that were found are marked. */
const EXCERPT = 200;

/** Whether a folded word of a text is one of those found. */
function foundTest(meant) {
  const words = meant.flatMap(({ matches }) => matches.map(([word]) => word));
  return (folded) => words.some((each) => hasForm(each, folded));
}

/** [start, end] of the found words. */
function foundSpans(text, isFound) {
  return searchWords(text).filter(([, , word]) => isFound(word)).map(([start, end]) => [start, end]);
}

/** The part of the text with the most of the found words, as nodes. */
function excerptNodes(text, isFound) {
  const spans = foundSpans(text, isFound);
  const start = excerptStart(text, spans);
  const end = text.length - start <= EXCERPT ? text.length : wordEdge(text, start + EXCERPT);
  const nodes = markedNodes(text.slice(start, end), spans.map(([from, to]) => [from - start, to - start]).filter(([from, to]) => from >= 0 && to <= end - start));
  return [start ? "… " : "", ...nodes, end < text.length ? " …" : ""];
}

function excerptStart(text, spans) {
  const within = spans.map(([from]) => spans.filter(([start, end]) => start >= from && end <= from + EXCERPT - 40).length);
  const best = spans[within.indexOf(Math.max(...within))];
  return best && best[0] > 40 ? wordEdge(text, best[0] - 40) : 0;
}

/** The place after the next space, so that no word is cut. */
function wordEdge(text, at) {
  const space = text.indexOf(" ", at);
  return space < 0 || space > at + 40 ? at : space + 1;
}

function markedNodes(text, spans) {
  let at = 0;
  const nodes = spans.flatMap(([start, end]) => {
    const pair = [text.slice(at, start), element("mark", "gramota-marked", text.slice(start, end))];
    at = end;
    return pair;
  });
  return [...nodes, text.slice(at)];
}
