/** What a card, a row and the list of what is to be done show of a letter's steps. */

function showSteps(card, steps, lang) {
  card.dataset.shown = "";
  if (!card.querySelector("[data-step]")) showInRow(card, nextStep(steps), lang);
  else steps.forEach((step) => {
    const shown = card.querySelector(`[data-step=${step.name}]`);
    shown.dataset.state = step.state;
    shown.querySelector("[data-status]").textContent = stepText("step_", step, lang);
  });
}

/** A letter in one line has room for what comes next only. */
function showInRow(row, next, lang) {
  const status = row.querySelector("[data-status]") || row.appendChild(element("span", "", ""));
  status.dataset.status = "";
  status.textContent = next ? stepText("todo_", next, lang) : say(lang, "home_row_done");
  row.dataset.state = next ? next.state : "done";
}

function todoRow({ letter, step }, lang) {
  const link = element("a", "gramota-todo-link", "");
  link.href = stepAddress(letter, step.name);
  link.append(element("strong", "", stepText("todo_", step, lang)), " ", element("span", "", letter.title));
  link.lastChild.lang = letter.lang;
  const row = element("li", "gramota-todo-row", "");
  row.dataset.state = step.state;
  row.append(link);
  return row;
}

/** Says something in the place of the rows and takes their room, so that nothing below moves. */
function noticeRow(name, lang) {
  const row = element("li", `gramota-todo-none gramota-${name}`, "");
  row.append(element("strong", "", say(lang, `home_${name}`)), " ", element("span", "", say(lang, `home_${name}_note`)));
  return row;
}
