/** What the page's own script asks for, on the page itself; who came before it is told that it is there now. */
function offerRubric() {
  window.gramotaRubric = { indexOf: indexFor, decideAnswer, ownWords, wording: SITE.wording };
  window.dispatchEvent(new Event("gramota-rubric"));
}

/** The index of a compiled rubric; word lists are read once for all rubrics of a language. */
function indexFor(rubric) {
  return indexOf(rubric, readyLanguages[rubric.lang] ??= readyLanguage(SITE.languages[rubric.lang]));
}

const readyLanguages = {};
