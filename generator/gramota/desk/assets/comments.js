// Comments given, and comments kept to be used again.

import { copyOf, find } from "./dom.js";

const MOST_KEYS = 9;

export function showComments(answer, kept, { add, undo }) {
  find("comments").replaceChildren(...(answer?.comments ?? []).map((comment) => givenOf(comment, undo)));
  find("kept").replaceChildren(...kept.map((comment, place) => keptOf(comment, place, { add, undo })));
  find("kept-none").hidden = kept.length > 0;
}

function givenOf(comment, undo) {
  const item = copyOf("comment-item");
  item.querySelector(".said").textContent = comment.text;
  item.querySelector(".by").textContent = comment.by;
  item.querySelector(".drop").addEventListener("click", () => undo(comment.line));
  return item;
}

function keptOf(comment, place, { add, undo }) {
  const item = copyOf("kept-item");
  const use = item.querySelector(".use");
  use.querySelector("span").textContent = comment.text;
  use.querySelector("kbd").textContent = place < MOST_KEYS ? String(place + 1) : "·";
  use.addEventListener("click", () => add(comment.text));
  item.querySelector(".drop").addEventListener("click", () => undo(comment.line));
  return item;
}
