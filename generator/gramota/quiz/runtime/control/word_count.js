/** How long an answer is, counted as people count. */

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011'’][\p{L}\p{M}\p{N}]+|[.,:]\p{N}+)*/gu;

/** «кто-то», "don't" and "2,5" are one word, a dash between spaces is none. */
function countWords(text) {
  return (text.match(WORD) || []).length;
}

/** "few", "many", or "" where the length is as advised; what is empty is not yet anything. */
function lengthFit(count, least, most) {
  if (!count) return "";
  if (count < least) return "few";
  return count > most ? "many" : "";
}
