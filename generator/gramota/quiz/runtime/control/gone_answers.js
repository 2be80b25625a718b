/** Texts whose questions have left the sheet: shown to read, handed in with the rest, and erased only with the sheet. */
class GoneAnswers {
  /** `owner` gives {lang, store, questions}. */
  constructor(root, owner) {
    this.root = root;
    this.owner = owner;
    this.restore();
  }

  /** Shows every stored text that no question of the sheet shows. */
  restore() {
    const { store, questions } = this.owner;
    const shown = new Set(questions.map((question) => question.name));
    const names = store.names(ANSWERS).filter((name) => !shown.has(name) && !name.includes(ASIDE));
    this.answers = names.flatMap((name) => this.answer(name.slice(ANSWERS.length), store.read(name, isDraft)));
    this.root.replaceChildren(...this.answers.map(({ prompt, text }) => {
      const item = element("div", "gramota-changed", "");
      item.append(element("p", "gramota-prompt", prompt), element("p", "", text));
      return item;
    }));
  }

  /** What a question gives to the review and to the file, in a list; none of what could not have been handed in. */
  answer(id, draft) {
    if (!id || id.length > 60 || draft === null || !draft.text.trim()) return [];
    const prompt = say(this.owner.lang, "question_gone", { prompt: draft.prompt || id });
    return [{ id, prompt, text: draft.text, isAnswered: true }];
  }
}

const ANSWERS = "sheet/answer/";
