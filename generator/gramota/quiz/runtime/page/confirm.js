/**
 * A question within the page before something is lost: the button asks, `data-yes` does, `data-no` and Escape do not.
 * The focus goes to the question and back.
 */
function askFirst(block, name, onYes) {
  const button = block.querySelector(`[data-ask="${name}"]`);
  const question = block.querySelector(`[data-confirm="${name}"]`);
  const close = () => { question.hidden = true; button.setAttribute("aria-expanded", "false"); };
  const leave = () => { close(); button.focus(); };
  button.setAttribute("aria-expanded", "false");
  block.on(button, "click", () => {
    question.hidden = false;
    button.setAttribute("aria-expanded", "true");
    question.querySelector("[data-no]").focus();
  });
  block.on(question.querySelector("[data-no]"), "click", leave);
  block.on(question.querySelector("[data-yes]"), "click", () => { close(); onYes(); });
  block.on(question, "keydown", (event) => { if (event.key === "Escape") leave(); });
  return close;
}
