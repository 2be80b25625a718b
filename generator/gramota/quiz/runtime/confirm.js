/**
 * A question within the page before something is lost: the button asks, `data-yes` does, `data-no` and Escape do not.
 * The focus goes to the question and back.
 */
function askFirst(root, name, onYes, signal) {
  const button = root.querySelector(`[data-ask="${name}"]`);
  const question = root.querySelector(`[data-confirm="${name}"]`);
  const close = () => { question.hidden = true; button.setAttribute("aria-expanded", "false"); };
  const leave = () => { close(); button.focus(); };
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    question.hidden = false;
    button.setAttribute("aria-expanded", "true");
    question.querySelector("[data-no]").focus();
  }, { signal });
  question.querySelector("[data-no]").addEventListener("click", leave, { signal });
  question.querySelector("[data-yes]").addEventListener("click", () => { close(); onYes(); }, { signal });
  question.addEventListener("keydown", (event) => { if (event.key === "Escape") leave(); }, { signal });
  return close;
}
