// What a pressed key means. Keys are known by their place on the keyboard: «Я» on a Russian layout is Z.

const COMMANDS = {
  KeyC: "comment",
  KeyF: "filter",
  KeyG: "first",
  KeyH: "help",
  KeyJ: "next",
  KeyK: "previous",
  KeyV: "kept",
  KeyZ: "undo",
  ArrowRight: "next",
  ArrowLeft: "previous",
  Enter: "finish",
  NumpadEnter: "finish",
};

// Returns {command} or {toggle: "1"} or null where the key is the browser's own business.
export function meaningOf(event) {
  if (event.isComposing || event.metaKey || event.altKey) return null;
  if (event.ctrlKey) return event.code === "KeyZ" && !event.shiftKey ? { command: "undo" } : null;
  if (event.key === "?") return { command: "help" };
  if (event.shiftKey) return null;
  if (Object.hasOwn(COMMANDS, event.code)) return { command: COMMANDS[event.code] };
  const toggle = /^(?:Digit|Numpad)([1-9])$|^Key([A-Z])$/.exec(event.code);
  return toggle ? { toggle: toggle[1] ?? toggle[2] } : null;
}

// Whether the element takes typed text, or whether Enter and the arrows are its own.
export function takesText(element) {
  return element.matches("textarea, select, input:not([type=checkbox])");
}

export function takesEnter(element) {
  return element.matches("button, a, summary, input, textarea, select");
}
