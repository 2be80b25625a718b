/** What the other script asks for, on the page itself; who came before it is told that it is there now. */
function offerRubric() {
  window.gramotaRubric = { indexOf: (rubric) => indexOf(rubric, LANGUAGES[rubric.lang]), scoreAnswer };
  window.dispatchEvent(new Event("gramota-rubric"));
}
