/**
 * Letters as a list of what is to be done knows them: `has` is what the site says of the letter, `page` and `sheet` are
 * addresses; `card` is where it stands on the page, if it does.
 */

function letterOfCard(card) {
  const title = card.querySelector("[data-title]");
  const sheet = card.querySelector("[data-step=sheet] a");
  return { has: card.dataset, title: textOf(title), lang: title.lang, page: title.href, sheet: sheet ? sheet.href : card.dataset.sheet, card };
}

/** A letter of a piece: all that the site says of it stands there under the names that a card has. */
function letterOfPiece(has) {
  return { has, title: has.title, lang: has.lang || "", page: has.page, sheet: has.sheet };
}

function stepAddress({ page, sheet }, name) {
  if (name === "sheet") return sheet;
  return name === "check" ? `${page}#gramota-self-check` : page;
}

/**
 * What is to be done of these letters, the most pressing first, and how many there are. Each letter counts once, in the
 * language in which its reader is farthest; what was read in one need not be in another.
 */
function toDo(letters, known, lang) {
  const nearest = new Map();
  letters.forEach((letter) => {
    const { letter: id, of = id } = letter.has;
    const found = { letter, step: nextStep(known.get(id)), isOwn: letter.has.lang === lang };
    if (!nearest.has(of) || isNearer(found, nearest.get(of))) nearest.set(of, found);
  });
  const open = [...nearest.values()].filter(({ step }) => step);
  open.sort((one, other) => one.step.rank - other.step.rank || other.letter.has.date - one.letter.has.date);
  return { open, total: nearest.size };
}

function isNearer({ step, isOwn }, other) {
  if (!step || !other.step) return !step;
  return step.rank < other.step.rank || (step.rank === other.step.rank && isOwn);
}

/** Whether something was chosen, and not this. */
function isOther(value, chosen) {
  return Boolean(chosen) && value !== chosen;
}
