/**
 * The answers as a text for a mail or a messenger, `gramota-text/1`: to read, and to be read back after either has changed
 * quotes, dashes, spaces and line ends. What a program reads stands in square brackets; `prompts` are in the answers' order.
 */
function answersText(answers, title, prompts, lang) {
  const words = (key, values) => say(lang, key, values);
  const head = [words("text_title", { title }), words("text_learner", { learner: learnerText(answers.learner, lang) }),
    words("text_times", { started: localMoment(answers.started, lang), finished: localMoment(answers.finished, lang) }),
    words("text_attempt", answers), acknowledgedText(answers, words, lang), ...selfCheckText(answers.self_check, words)];
  const total = answers.answers.length;
  const said = answers.answers.map(({ question, text }, place) => {
    const heading = bracketed(`${place + 1}/${total} ${question}: ${prompts[place]}`);
    return `${heading}\n${withoutBrackets(text.trim()) || words("text_no_answer")}`;
  });
  const foot = [...textFields(answers).map(([key, value]) => bracketed(`${key}: ${value}`)), words("text_foot")];
  return `${[head.join("\n"), ...said, foot.join("\n")].join("\n\n")}\n`;
}

/** What else the file knows, and a checksum over all that the text says. */
function textFields({ letter, learner, site, started, finished, acknowledged, attempt, answers }) {
  const fields = [["letter", letter.id], ["revision", letter.revision], ["hash", letter.hash], ["site", site],
    ["id", learner.id || ""], ["name", learner.name || ""], ["started", started], ["finished", finished],
    ["acknowledged", acknowledged ? `${acknowledged.revision} ${acknowledged.hash} ${acknowledged.at}` : ""], ["attempt", attempt]];
  const said = [...fields, ...answers.map(({ question, text }) => [question, text])];
  const sealed = said.map((pair) => pair.map((part) => lettersOf(String(part))).join("=")).join("\n");
  return [["format", "gramota-text/1"], ...fields.filter(([, value]) => value !== ""), ["checksum", sha256(sealed).slice(0, 16)]];
}

/** What no messenger changes: signs and emoji, which it may, are left out. */
function lettersOf(text) {
  return text.normalize("NFC").replace(/[\0-/:-@[-\x60{-\u00bf\u2000-\u2bff\u3000-\u303f\ufe00-\ufe0f\ufeff\u{10000}-\u{10ffff}]/gu, "");
}

/** No answer looks like a heading or a field of ours. */
function withoutBrackets(text) {
  return text.replace(/\[(?=\s*(?:\d+\s*\/|[a-z]+\s*:))/g, "(");
}

function bracketed(text) {
  return `[${text.replace(/\[/g, "(").replace(/\]/g, ")")}]`;
}

function learnerText({ id, name }, lang) {
  return [name, id && say(lang, "learner_number", { id })].filter(Boolean).join(", ");
}

function acknowledgedText({ acknowledged }, words, lang) {
  if (acknowledged === null) return words("text_not_acknowledged");
  return words("text_acknowledged", { revision: acknowledged.revision, date: localDate(acknowledged.at, lang) });
}

function selfCheckText(results, words) {
  const right = results.filter((result) => result.correct).length;
  return results.length ? [words("text_self_check", { right, total: results.length })] : [];
}
