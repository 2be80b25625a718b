/** The answers file `gramota-answers/1`, which the trainer's side reads. */

/** The answers with their checksum: SHA-256 over the canonical JSON of all the rest. */
function sealedAnswers(answers) {
  const clean = wellFormed(answers);
  return { ...clean, checksum: `sha256:${sha256(canonicalJson(clean))}` };
}

/** JSON with sorted keys and without spaces: the same bytes for the same content, here and in Python. */
function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(",")}}`;
}

/** The same with U+FFFD for halves of characters, which no UTF-8 can hold. */
function wellFormed(value) {
  if (typeof value === "string") return value.replace(/\p{Surrogate}/gu, "\ufffd");
  if (Array.isArray(value)) return value.map(wellFormed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, wellFormed(member)]));
}

/**
 * `<letter>--<number>--<date>`, from the second attempt on with its number; the date is the reader's own. Whoever gives no
 * number is told from the others by the checksum: nobody's name, and nothing that a name could be guessed from.
 */
function answersFileName({ letter, learner, finished, attempt, checksum }) {
  const who = numberInNames(learner.id || "") || checksum.split(":")[1].slice(0, 8);
  const parts = [letter.id, who, localDay(new Date(finished)), ...(attempt > 1 ? [String(attempt)] : [])];
  return parts.map((part) => part.replace(/[/.]/g, "-").slice(0, 60)).join("--");
}

/** A personnel number that may stand in a file's name, or "": digits, and no run of letters that could be a name. */
function numberInNames(said) {
  const number = said.normalize("NFC").trim();
  return /^(?=.*\p{Nd})(?!.*\p{L}{4})[\p{L}\p{N}_.-]{1,32}$/u.test(number) ? number : "";
}

function localDay(date) {
  return new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}
