// Says that the desk does not answer, for as long as it does not.

import { isThere } from "./ask.js";
import { find, word } from "./dom.js";

const EVERY = 4_000;

export function showGone(said) {
  find("gone-text").textContent = said || word("gone");
  find("gone").hidden = false;
  document.body.classList.add("is-gone");
}

export function hideGone() {
  if (find("gone").hidden) return;
  find("gone").hidden = true;
  document.body.classList.remove("is-gone");
}

// Looks now and then whether the desk is still there, so that nobody learns of it by a decision that is lost.
export function watchDesk(back) {
  const look = async () => {
    try {
      await isThere();
      if (!find("gone").hidden) await back();
    } catch (error) {
      if (find("gone").hidden || error.said) showGone(error.said);
    }
  };
  setInterval(() => document.hidden || look(), EVERY);
  find("retry").addEventListener("click", look);
}
