// The desk: what the trainer does goes to the server one after another, and the page shows what came back.

import { showAnswer, showNearMisses } from "./answer.js";
import { ask, askNearMisses, GoneError } from "./ask.js";
import { showComments } from "./comments.js";
import { find, word } from "./dom.js";
import { hideGone, showGone, watchDesk } from "./gone.js";
import { meaningOf, takesEnter, takesText } from "./keys.js";
import { showQueue } from "./queue.js";
import { bindWho, showWho } from "./who.js";

const KEYS_OFF = "gramota-desk-keys-off";
// Who leafs through answers wants no explanations; who stays at one for so many milliseconds gets them.
const LOOKED_AT = 250;

let state = null;
let turn = Promise.resolve();
let soon = 0;
const near = new Map();
// Comments that are typed and not added yet, by their answers' keys.
const drafts = new Map();

// One thing at a time: each is asked for with what the one before has left. `ask` returns null where nothing is to be done.
function act(askFor) {
  turn = turn.then(() => {
    const asked = askFor();
    return asked && perform(asked.action, asked.request).catch(tellGone);
  });
  return turn;
}

async function perform(action, request) {
  const reply = await ask(action, { ...wanted(), key: state?.answer?.key ?? null, ...request });
  hideGone();
  if (action === "comment" && !reply.error) dropDraft(request.key);
  if (reply.state) show(reply.state);
  if (reply.error === "nobody") showWho();
  if (reply.error) tell(reply.text || word("broken"), "error");
  else tell(reply.state.saved, "saved");
}

function tellGone(error) {
  if (!(error instanceof GoneError)) throw error;
  tell("", "");
  showGone(error.said);
}

function show(next) {
  const before = state?.answer?.key;
  state = next;
  showAnswer(next.answer, { toggle, open });
  showQueue(next.queue, next.answer?.key, open);
  showComments(next.answer, next.kept, { add: comment, undo });
  find("trainer").textContent = next.who ?? word("nobody");
  if (next.answer && next.answer.key !== before) begin(next.answer);
  else if (next.answer) showNearMisses(near.get(next.answer.key) ?? []);
}

function begin(answer) {
  find("answer").scrollTop = 0;
  find("comment").value = drafts.get(answer.key) ?? "";
  if (!document.querySelector("dialog[open]")) find("answer").focus({ preventScroll: true });
  clearTimeout(soon);
  if (near.has(answer.key)) showNearMisses(near.get(answer.key));
  else soon = setTimeout(loadNearMisses, LOOKED_AT, answer.key);
}

async function loadNearMisses(key) {
  const misses = await askNearMisses(key).catch(() => null);
  if (misses === null) return;
  near.set(key, misses);
  if (state.answer?.key === key) showNearMisses(misses);
}

function tell(text, kind) {
  find("status").textContent = text;
  find("status").dataset.kind = kind;
}

function wanted() {
  return Object.fromEntries(new FormData(find("filters")));
}

// Something to be done to the open answer, which has not changed since it was shown.
function decide(action, more = {}) {
  const { answer } = state;
  return { action, request: { key: answer.key, after: answer.last, ...more } };
}

function toggle({ kind, id }) {
  act(() => {
    const meaning = state.answer?.meanings.find((each) => each.kind === kind && each.id === id);
    return meaning && decide("mark", { kind, id, met: !meaning.met });
  });
}

function toggleByKey(key) {
  const meaning = state?.answer?.meanings.find((each) => each.key === key);
  if (meaning) toggle(meaning);
}

function open(key) {
  act(() => ({ action: "open", request: { key } }));
}

function go(side) {
  act(() => state && state.queue[side] !== null && { action: "open", request: { key: state.queue[side] } });
}

function comment(text) {
  if (text.trim()) act(() => state.answer && decide("comment", { text }));
}

function commentAndKeep() {
  const text = find("comment").value;
  if (!text.trim()) return;
  comment(text);
  act(() => ({ action: "keep", request: { text } }));
}

function undo(line = null) {
  act(() => ({ action: "undo", request: { line } }));
}

// What is finished and has not changed since needs not be finished again; what is typed is not left behind unnoticed.
function finish() {
  if (find("comment").value.trim()) {
    tell(word("draft"), "error");
    find("comment").focus();
    return;
  }
  if (state?.answer?.finished && !state.answer.changed) go("next");
  else act(() => state?.answer && decide("finish"));
}

function keepDraft() {
  const key = state?.answer?.key;
  if (key) drafts.set(key, find("comment").value);
}

function dropDraft(key) {
  drafts.delete(key);
  if (state.answer?.key === key) find("comment").value = "";
}

const COMMANDS = {
  comment: () => find("comment").focus(),
  filter: () => find("filters").elements.show.focus(),
  first: () => open(null),
  help: () => find("help").showModal(),
  next: () => go("next"),
  previous: () => go("previous"),
  kept: () => find("kept").querySelector(".use")?.focus(),
  undo: () => undo(),
  finish,
};

function onKey(event) {
  const at = event.target;
  if (event.key === "Escape" && !at.closest("dialog")) return find("answer").focus();
  if (at.id === "comment" && event.ctrlKey && event.key === "Enter") return find("comment-form").requestSubmit();
  if (at.closest("dialog") || takesText(at) || !find("keys-on").checked) return;
  const meaning = meaningOf(event);
  if (!meaning || (meaning.command === "finish" && takesEnter(at))) return;
  event.preventDefault();
  if (event.repeat && meaning.command !== "next" && meaning.command !== "previous") return;
  if (meaning.command) COMMANDS[meaning.command]();
  else if (at.closest("#kept")) find("kept").querySelectorAll(".use")[Number(meaning.toggle) - 1]?.click();
  else toggleByKey(meaning.toggle);
}

function onFilter() {
  for (const group of find("filters").querySelectorAll("optgroup")) {
    const letter = find("filters").elements.letter.value;
    group.hidden = group.disabled = letter !== "" && letter !== group.dataset.letter;
  }
  const { question } = find("filters").elements;
  if (question.selectedOptions[0]?.closest("optgroup")?.disabled) question.value = "";
  open(null);
}

function bind() {
  document.addEventListener("keydown", onKey);
  find("filters").addEventListener("change", onFilter);
  find("filters").addEventListener("submit", (event) => event.preventDefault());
  find("comment-form").addEventListener("submit", (event) => {
    event.preventDefault();
    comment(find("comment").value);
  });
  find("comment-keep").addEventListener("click", commentAndKeep);
  find("reopen").addEventListener("click", () => undo(state.answer.finished.line));
  find("open-help").addEventListener("click", COMMANDS.help);
  for (const name of ["finish", "next", "previous", "undo"]) find(name).addEventListener("click", COMMANDS[name]);
  for (const close of document.querySelectorAll("[data-close]")) {
    close.addEventListener("click", () => close.closest("dialog").close());
  }
  find("keys-on").checked = localStorage.getItem(KEYS_OFF) === null;
  find("keys-on").addEventListener("change", ({ target }) => {
    if (target.checked) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "yes");
  });
  find("comment").addEventListener("input", keepDraft);
  addEventListener("beforeunload", (event) => {
    if ([...drafts.values()].some((text) => text.trim())) event.preventDefault();
  });
  bindWho((name) => act(() => ({ action: "trainer", request: { name } })));
  watchDesk(() => open(state?.answer?.key ?? null));
}

bind();
open(null);
turn.then(() => state && state.who === null && showWho());
