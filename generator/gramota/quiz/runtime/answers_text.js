/** The answers as a text for a mail or a messenger; `prompts` are the questions in the order of the answers. */
function answersText(answers, title, prompts, lang) {
  const words = (key, values) => say(lang, key, values);
  const head = [words("text_title", { title }), words("text_learner", { learner: learnerText(answers.learner, lang) }),
    words("text_times", { started: localTime(answers.started, lang), finished: localTime(answers.finished, lang) }),
    acknowledgedText(answers, words, lang), ...selfCheckText(answers.self_check, words)];
  const said = answers.answers.map(({ text }, place) => `${place + 1}. ${prompts[place]}\n${text.trim() || words("text_no_answer")}`);
  const foot = [words("text_letter", answers.letter), answers.format, answers.checksum];
  return `${[head.join("\n"), ...said, foot.join("\n")].join("\n\n")}\n`;
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

function localTime(iso, lang) {
  return new Date(iso).toLocaleString(lang, { dateStyle: "short", timeStyle: "short" });
}
