/**
 * How far the reader is with a letter: its steps, "read", "check" and "sheet", each with its state: "none", "begun",
 * "done", "again" (the letter has a later revision) or "expired".
 */

/** `names` are those that the store holds of this letter, `has` is what the list of letters says of it. */
function letterProgress(store, names, has) {
  const read = lastStamp(store, "read", has, names);
  const steps = [{ name: "read", ...stamped(read, has) }];
  if (has.check) steps.push({ name: "check", ...checkProgress(store, names, has) });
  if ("sheet" in has) steps.push({ name: "sheet", ...sheetProgress(store, names, has) });
  return steps;
}

const STEP_STATES = { none: "none", valid: "done", changed: "again", expired: "expired" };

function stamped(stamp, has) {
  const end = stamp && has.validFor && lastMoment(stamp.at, has.validFor);
  return { state: STEP_STATES[stampState(stamp, has)], at: stamp?.at, revision: stamp?.revision, now: has.revision, end };
}

/**
 * `check` has the beginnings of the questions' hashes: an answer to a question as it was before does not count. `asked` says
 * how many of them one run asks.
 */
function checkProgress(store, names, { check, asked }) {
  const hashes = check.split(" ");
  const total = Number(asked);
  const known = names.filter((name) => name.startsWith("check/")).map((name) => store.read(name, isState));
  const answers = known.filter((answer) => answer && hashes.some((hash) => answer.hash.startsWith(hash)));
  const right = answers.filter((answer) => answer.outcome === "right").length;
  const begun = answers.length ? "begun" : "none";
  return { state: right >= total ? "done" : begun, right: Math.min(right, total), total };
}

function sheetProgress(store, names, has) {
  const progress = stamped(lastStamp(store, "handed", has, names), has);
  return progress.state !== "done" && hasDraft(store, names) ? { ...progress, state: "begun" } : progress;
}

/** Whether the sheet has a text that was written after the sheet was last handed in. */
function hasDraft(store, names) {
  const handed = lastStamp(store, "handed", { revision: Infinity }, names);
  const texts = names.filter((name) => name.startsWith(ANSWERS)).map((name) => store.read(name, isDraft));
  return texts.some((draft) => draft && draft.text.trim() && !(handed && draft.edited <= Date.parse(handed.at)));
}

/** The step that comes next and how much it presses (0: due again, 1: begun, 2: new), or null where all is done. */
function nextStep(steps) {
  const open = steps.filter((step) => step.state !== "done");
  const isHandedIn = steps.some((step) => step.name === "sheet" && step.state === "done");
  // The self-check is practice: whoever has handed in the sheet need not go back to it.
  const next = open.find((step) => !isHandedIn || step.name !== "check");
  if (!next) return null;
  const isDue = open.some((step) => step.state === "again" || step.state === "expired");
  const isBegun = steps.some((step) => step.state !== "none");
  return { ...next, rank: isDue ? 0 : isBegun ? 1 : 2 };
}

/** What is said of a step, in its state and in this room of the wording. */
function stepText(room, { name, state, at, end, ...known }, lang) {
  const days = { date: at ? localDate(at, lang) : "", end: end ? localDate(end, lang) : "" };
  return say(lang, `${room}${name}_${state}`, { ...known, ...days });
}
