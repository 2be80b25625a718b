/** The ways out of the review: each takes the same sealed answers, and what was handed in last is remembered. */
class HandIn {
  /** `sheet` gives {lang, dataset, head, store, review, content(), prompts()}, and holds the buttons and the line. */
  constructor(sheet) {
    this.sheet = sheet;
    this.name = "sheet/handed";
    this.line = sheet.querySelector("[data-handed]");
    this.last = null;
    sheet.querySelector('[data-do="share"]').hidden = !canShare();
    this.restore();
  }

  /** `last` is {way, at, finished, attempt, revision, digest}, or null. */
  restore() {
    this.last = this.sheet.store.read(this.name, isHandedIn) || this.last;
    this.show();
  }

  clear() {
    this.last = null;
    this.show();
  }

  /** Hands in by "download", "share", "mail" or "copy"; what is unanswered and not ticked off stops it. */
  async by(way, event) {
    const { review, store } = this.sheet;
    if (!review.mayGo()) return event.preventDefault();
    const answers = this.sealed();
    const { news, values, isOut } = await this[way](answers);
    review.say(news, values);
    if (!isOut) return;
    const { finished, attempt, letter } = answers;
    this.last = { way, at: new Date().toISOString(), finished, attempt, revision: letter.revision, digest: digestOf(answers) };
    store.write(this.name, this.last);
    // The list of letters says so; whether the trainer has got it, no page can know.
    keepStamp(store, "handed", { ...letter, at: this.last.at });
    this.show();
  }

  /** The same answers make the same file again, others another attempt. */
  sealed() {
    const { last, sheet } = this;
    const content = sheet.content();
    const isSame = last !== null && last.digest === digestOf(content);
    const finished = isSame ? last.finished : new Date().toISOString();
    const attempt = (last ? last.attempt : 0) + (isSame ? 0 : 1);
    return sealedAnswers({ ...content, started: sheet.head.started || finished, finished, attempt });
  }

  download(answers) {
    const name = `${answersFileName(answers)}.json`;
    saveAs(name, answersJson(answers));
    return { news: "downloaded", values: { name }, isOut: true };
  }

  /** The link itself opens the mail program, which takes no file from a page. */
  mail(answers) {
    return { ...this.download(answers), news: "mailed" };
  }

  /** Browsers share no .json; the trainer's program reads the same in a .txt. */
  async share(answers) {
    const file = new File([answersJson(answers)], `${answersFileName(answers)}.txt`, { type: "text/plain" });
    const files = [file];
    try {
      await navigator.share(navigator.canShare?.({ files }) ? { files } : { text: this.text(answers) });
      return { news: "shared", isOut: true };
    } catch (error) {
      return { news: error.name === "AbortError" ? "" : "not_shared" };
    }
  }

  async copy(answers) {
    const isCopied = await copyText(this.text(answers), this.sheet.querySelector("[data-copied]"));
    return { news: isCopied ? "copied" : "copy_by_hand", isOut: true };
  }

  text(answers) {
    return answersText(answers, this.sheet.dataset.title, this.sheet.prompts(), this.sheet.lang);
  }

  /** Says when, which way and of which revision, and whether it is due again. */
  show() {
    const { line, last, sheet } = this;
    line.hidden = last === null;
    if (last === null) return;
    const content = sheet.content();
    const due = last.revision < content.letter.revision ? "older" : last.digest === digestOf(content) ? "same" : "changed";
    line.dataset.handed = due;
    line.textContent = [
      say(sheet.lang, `handed_${last.way}`, { time: localMoment(last.at, sheet.lang) }),
      say(sheet.lang, "handed_attempt", last),
      say(sheet.lang, `handed_${due}`, content.letter),
    ].join(" ");
  }
}

const WAYS = ["download", "share", "mail", "copy"];

function isHandedIn({ way, at, finished, attempt, revision, digest }) {
  return WAYS.includes(way) && isIsoTime(at) && isIsoTime(finished) && Number.isSafeInteger(attempt)
    && Number.isSafeInteger(revision) && typeof digest === "string";
}

/** What makes another attempt: who answers what, having read which revision. */
function digestOf({ letter, learner, acknowledged, answers }) {
  return sha256(canonicalJson(wellFormed([letter.revision, learner, acknowledged, answers]))).slice(0, 16);
}

/** Whether to offer the share sheet: telephones have one, and only on https. */
function canShare() {
  return "share" in navigator && matchMedia("(pointer: coarse)").matches;
}

function answersJson(answers) {
  return `${JSON.stringify(answers, null, 1)}\n`;
}

function saveAs(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = element("a", "", "");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
