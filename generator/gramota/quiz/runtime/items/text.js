/**
 * An answer in one's own words, as far as a page knows without the rubric's script: it is kept, and not judged. Key:
 * {needed, rubric}: how many key points make it right, and the compiled rubric; the response is what was typed.
 */
const textType = {
  start: "",
  accepts: (key, response) => typeof response === "string" && response.length <= MOST_TYPED,
  missing: (key, response) => (response.trim() ? "first_reload" : "first_write"),
  decide: () => OPEN,
  again: (response) => response,
  answer: (key, response) => response,
  read: readTyped,
  write(root, response) {
    writeTyped(root, response);
    mirrorTyped(root);
  },
  follow: mirrorTyped,
};

const MOST_TYPED = 5000;

/** Takes from the rubric's script, once it is there, how such an answer is judged and what is said of it. */
function learnOwnWords() {
  const { ownWords, wording } = window.gramotaRubric ?? {};
  Object.assign(textType, ownWords);
  Object.keys(wording ?? {}).forEach((lang) => Object.assign(WORDING[lang] ?? {}, wording[lang]));
}

/** The mirror makes the box as high as its text, and is what gets printed. */
function mirrorTyped(root) {
  root.querySelector("[data-mirror]").textContent = `${root.querySelector("textarea").value}\n`;
}
