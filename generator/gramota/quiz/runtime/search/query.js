/** Words of a text as the index knows them: twin of search/words.py. */
const SEARCH_WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}]|[\u00ad\u0300-\u036f])*/gu;

/** [start, end, folded word] of each word. */
function searchWords(text) {
  return [...text.matchAll(SEARCH_WORD)].map((found) => [found.index, found.index + found[0].length, foldSearchWord(found[0])]);
}

function foldSearchWord(raw) {
  return raw.replace(/[\u00ad\u0301]/g, "").normalize("NFKC").toLowerCase().replace(/ё/g, "е").slice(0, 40);
}

/** What is asked: its words once each; the last one may still be being typed. */
function searchedWords(text) {
  const words = searchWords(text.slice(0, 200));
  const isTyped = words.length > 0 && words[words.length - 1][1] === text.length;
  const folded = [...new Set(words.map(([, , word]) => word))].slice(0, 12);
  return folded.map((word, place) => ({ word, isTyped: isTyped && place === folded.length - 1 }));
}

/** The text as the same keys give it on a Russian keyboard. */
function onRussianKeyboard(text) {
  const keys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.\u0060";
  const letters = "йцукенгшщзхъфывапролджэячсмитьбюё";
  return text.toLowerCase().replace(/./g, (sign) => letters[keys.indexOf(sign)] || sign);
}
