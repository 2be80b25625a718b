// The queue at the side: the answers around the open one.

import { copyOf, find, say } from "./dom.js";

export function showQueue(queue, openKey, open) {
  find("queue-items").replaceChildren(...queue.items.map((item) => itemOf(item, item.key === openKey, open)));
  say(find("queue-before"), queue.before);
  say(find("queue-behind"), queue.behind);
  find("left").textContent = queue.left;
  find("finished").max = Math.max(1, queue.total);
  find("finished").value = queue.finished;
  find("next").disabled = queue.next === null;
  find("previous").disabled = queue.previous === null;
  find("queue-items").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
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
