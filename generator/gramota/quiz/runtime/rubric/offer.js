/** What the other script asks for, on the page itself; who came before it is told that it is there now. */
function offerRubric() {
  const ready = {};
  const ofItsLanguage = (rubric) => indexOf(rubric, ready[rubric.lang] ??= readyLanguage(LANGUAGES[rubric.lang]));
  window.gramotaRubric = { indexOf: ofItsLanguage, scoreAnswer };
  window.dispatchEvent(new Event("gramota-rubric"));
}
