/** The review before the sheet is handed in: every answer as it will be read, and what is missing. */
class ControlReview {
  /** `sheet` gives {lang, questions, written(), learner(), isAcknowledged}. */
  constructor(root, sheet) {
    this.root = root;
    this.sheet = sheet;
  }

  show() {
    this.fill();
    this.part("title").focus();
  }

  /** Another tab changed what is shown here: nobody hands in what they have not seen, nor a sheet that is nobody's. */
  refresh() {
    if (this.root.hidden || this.shown === digestOf(this.sheet.content())) return;
    if (!Object.keys(this.sheet.learner()).length) return this.sheet.view("edit");
    this.fill();
    this.say("changed_elsewhere");
  }

  fill() {
    const { lang } = this.sheet;
    this.shown = digestOf(this.sheet.content());
    const learner = learnerText(this.sheet.learner(), lang);
    this.part("learner").textContent = say(lang, "learner_shown", { learner });
    const acknowledged = this.part("acknowledged");
    acknowledged.textContent = say(lang, this.sheet.isAcknowledged ? "acknowledged_yes" : "acknowledged_no");
    acknowledged.dataset.reviewAcknowledged = this.sheet.isAcknowledged ? "yes" : "no";
    this.part("list").replaceChildren(...this.sheet.written().map((question) => this.answerShown(question)));
    this.showMissing(this.unanswered());
    this.say("");
    this.root.querySelector("[data-copied]").hidden = true;
  }

  unanswered() {
    return this.sheet.questions.filter((question) => question.isRequired && !question.isAnswered);
  }

  /** Names what is unanswered, each with the way back to it, and asks for a tick. */
  showMissing(questions) {
    const { lang } = this.sheet;
    const count = questions.length;
    const line = this.part("missing");
    line.hidden = count === 0;
    line.replaceChildren(say(lang, "unanswered_are"), ...questions.map((question) => this.wayBack(question, "question")));
    const row = this.root.querySelector("[data-without]");
    row.hidden = count === 0;
    row.querySelector("[data-without-tick]").checked = false;
    row.querySelector("[data-without-label]").textContent = count ? say(lang, "hand_in_without", { count }) : "";
  }

  wayBack(question, key) {
    const number = this.sheet.questions.indexOf(question) + 1;
    const button = element("button", "gramota-link", say(this.sheet.lang, key, { number }));
    button.type = "button";
    button.dataset.do = "back";
    button.dataset.to = question.id;
    return button;
  }

  answerShown(question) {
    const prompt = element("p", "gramota-review-prompt", question.prompt);
    const missing = say(this.sheet.lang, question.isRequired ? "no_answer" : "not_required");
    const answer = element("p", "gramota-review-answer", question.isAnswered ? question.text : missing);
    const item = element("li", question.isAnswered ? "gramota-reviewed" : "gramota-reviewed gramota-unanswered", "");
    item.append(prompt, answer);
    if (question.field) {
      const foot = element("p", "gramota-review-foot", "");
      foot.append(this.wayBack(question, question.isAnswered ? "change_answer" : "write_answer"), element("span", "", question.length(question.fit)));
      item.append(foot);
    }
    return item;
  }

  /** Whether the sheet may go; where it may not, says why and points at the tick. */
  mayGo() {
    const tick = this.root.querySelector("[data-without-tick]");
    if (!this.unanswered().length || tick.checked) return true;
    this.say("tick_first");
    tick.focus();
    return false;
  }

  say(key, values) {
    const line = this.part("said");
    line.hidden = !key;
    line.textContent = key && say(this.sheet.lang, key, values);
  }

  part(name) {
    return this.root.querySelector(`[data-review-${name}]`);
  }
}
