/** Twin of rubric/spelling/typos.py: how far a misspelt word is from the word that was meant. */

/** Of the form that was meant one letter may be left out, save the first: it has five at least, what was typed four. */
const isWorthIt = (word) => /^[^0-9\ud800-\udfff]{4,40}$/.test(word);

/** The slips that part a word from a form, or 0 where they are too many; two only where one is a matter of spelling. */
function isForgiven(word, form) {
  if (form.length < 5 || !isWorthIt(form)) return 0;
  const distance = slipsBetween(word, form);
  if (distance === 1) return Number(word.length > 4 || word[0] === form[0]);
  const may = distance === 2 && Math.min(word.length, form.length) > 8 && word[0] === form[0];
  return may && slipsBetween(skeleton(word), skeleton(form)) < 2 ? 2 : 0;
}

/** A word without what the ear does not tell. */
const skeleton = (word) => word.replace(/[оя]/g, "а").replace(/[иэы]/g, "е").replace(/[ьъ]/g, "").replace(/(.)\1+/gsu, "$1");

/** Optimal string alignment; 3 for more than two slips. */
function slipsBetween(a, b) {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before = [], row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return Math.min(row[b.length], 3);
}
