// Small tools for elements. What people typed is only ever set as text.

export const find = (id) => document.getElementById(id);

export function copyOf(templateId) {
  return find(templateId).content.firstElementChild.cloneNode(true);
}

export function say(element, text) {
  element.textContent = text;
  element.hidden = text === "";
}

export function word(name) {
  return find("words").content.querySelector(`[data-word="${name}"]`).textContent;
}

export function make(tag, text, className = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
}
