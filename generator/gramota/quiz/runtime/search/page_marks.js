/** Marks the words of `?h=` in the page that a result led to; they leave the address, so that it can be passed on. */
function markPage() {
  const address = new URL(window.location.href);
  const words = new Set(searchWords(address.searchParams.get("h") || "").map(([, , word]) => word));
  if (!words.size) return;
  address.searchParams.delete("h");
  try {
    window.history.replaceState(window.history.state, "", address);
  } catch {
    // From a folder some browsers allow no change of the address.
  }
  const text = document.querySelector("article, main") || document.body;
  unmark(text);
  textNodesOf(text).forEach((node) => {
    const spans = foundSpans(node.data, (word) => words.has(word));
    if (spans.length) node.replaceWith(...markedNodes(node.data, spans));
  });
}

/** Takes back what an earlier result marked. */
function unmark(root) {
  root.querySelectorAll(".gramota-marked").forEach((mark) => {
    const around = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    around.normalize();
  });
}

/** Where people read: not in our blocks, whose parts belong to their script. */
function textNodesOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    if (!around.closest("script, style, textarea, nav, gramota-self-check, gramota-control-sheet")) nodes.push(walker.currentNode);
  }
  return nodes;
}
