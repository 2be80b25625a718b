// Asks for the trainer's name, which stands beside every decision.

import { find } from "./dom.js";

export function showWho() {
  if (!find("who").open) find("who").showModal();
}

export function bindWho(decide) {
  find("trainer").addEventListener("click", showWho);
  find("who-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const name = find("who-name").value.trim();
    if (!name) return;
    decide(name);
    find("who").close();
  });
}
