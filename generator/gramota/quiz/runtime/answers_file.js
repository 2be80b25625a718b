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

/** `<letter>--<learner>--<date>`, from the second attempt on with its number; the date is the reader's own. */
function answersFileName(answers) {
  const learner = answers.learner.id || answers.learner.name;
  const parts = [answers.letter.id.replace(/\//g, "-"), learner, localDay(new Date(answers.finished))];
  if (answers.attempt > 1) parts.push(String(answers.attempt));
  return parts.map(fileNamePart).join("--");
}

function fileNamePart(text) {
  const plain = wellFormed(text).normalize("NFC").replace(/[\s\p{C}\\/:*?"<>|.]+/gu, "-");
  return [...plain].slice(0, 60).join("").replace(/^-+|-+$/g, "") || "-";
}

function localDay(date) {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((number) => String(number).padStart(2, "0")).join("-");
}
