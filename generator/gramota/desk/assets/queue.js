// The queue at the side: the answers around the open one.

import { copyOf, find, say } from "./dom.js";

// The rows that stand there, by their keys; one that says the same as before is not drawn again.
let drawn = new Map();

export function showQueue(queue, openKey, open) {
  const rows = new Map(queue.items.map((item) => [item.key, rowOf(item, item.key === openKey, open)]));
  const elements = [...rows.values()].map((row) => row.element);
  const list = find("queue-items");
  if (elements.length !== list.children.length || elements.some((element, place) => element !== list.children[place])) {
    list.replaceChildren(...elements);
    list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }
  drawn = rows;
  say(find("queue-before"), queue.before);
  say(find("queue-behind"), queue.behind);
  find("left").textContent = queue.left;
  find("finished").max = Math.max(1, queue.total);
  find("finished").value = queue.finished;
  find("next").disabled = queue.next === null;
  find("previous").disabled = queue.previous === null;
}

function rowOf(item, isOpen, open) {
  const says = JSON.stringify([item, isOpen]);
  const row = drawn.get(item.key);
  return row?.says === says ? row : { says, element: itemOf(item, isOpen, open) };
}

function itemOf(item, isOpen, open) {
  const made = copyOf("queue-item");
  const button = made.querySelector("button");
  if (isOpen) button.setAttribute("aria-current", "true");
  button.addEventListener("click", () => open(item.key));
  button.querySelector(".learner").textContent = item.learner;
  button.querySelector(".where").textContent = item.place;
  button.querySelector(".finished-mark").hidden = !item.is_finished;
  button.querySelector(".changed-mark").hidden = !item.has_changed;
  button.querySelector(".doubtful-mark").hidden = !item.is_doubtful || item.is_finished;
  return made;
}
