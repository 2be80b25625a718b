// The twins of generator/gramota/rubric/*.py in plain functions, held equal by tests/vectors and by random answers.
/** Twin of fold.py: one spelling for what a reader would call the same word, and what stands between words. */
const INNER = "'\\u0060\\u2019\\u02bc\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u0610-\\u061a\\u064b-\\u065f\\u0670\\ufe00-\\ufe0f\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff";
const WORD_SIGNS = `[^\\0-&(-/:-@\\[-_{-\\u00a9\\u00ab\\u00ac\\u00ae-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7\\u055a-\\u055f\\u0589\\u05be\\u060c\\u061b\\u061f\\u066a-\\u066d\\u06d4\\u0964\\u0965\\u2000-\\u200a\\u2010-\\u2018\\u201a-\\u2029\\u202f-\\u205f\\u2070-\\u2bff\\u2e00-\\u2e7f\\u3000-\\u3003\\u3008-\\u3030\\u303d-\\u303f\\ud800-\\uf8ff\\ufe10-\\ufe1f\\ufe30-\\ufe6f\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\uffe0-\\uffff\\u{1f000}-\\u{1ffff}\\u{e0000}-\\u{10ffff}${INNER}]+`;
const WORDS = new RegExp(`(${WORD_SIGNS}(?:[${INNER}]+${WORD_SIGNS})*)`, "u");
const UNREAD = new RegExp(`[${INNER}\\u2010\\u2011-]+`, "gu");

const signsOf = (text) => [...text];
const mapped = (text, from, to) => signsOf(text).map((sign) => to[from.indexOf(sign)] ?? sign).join("");
const asCyrillic = (text) => mapped(text, "aceopxykmthbi", "асеорхукмтнви");

function foldWord(raw) {
  const plain = raw.normalize("NFC").toLowerCase().replace(UNREAD, "").normalize("NFC").replace(/ё/g, "е");
  const text = signsOf(plain).slice(0, 60).join("");
  return /[\u0400-\u04ff]/.test(text) ? asCyrillic(text) : text;
}

const DASH = 1, STOP = 3;
/** 0 nothing, 1 a dash, 2 a comma, 3 a stop, 4 a hyphen alone, 5 a full stop, 6 a full stop after a closing sign. */
function pauseOf(gap) {
  if (/^[-\u2010\u2011]$/.test(gap)) return 4;
  if (/[!?;\u2026\n\r\u2028\u2029\u2022\u25aa\u25cf\u00b7]|\.\./.test(gap)) return 3;
  if (gap.includes(".")) return gap[0] === "." ? 5 : 6;
  if (/[,:()+\u2600-\u27bf\ud83c-\ud83e]/.test(gap)) return 2;
  return /[\u2014\u2013\u2212]|[ \t\u00a0]-+[ \t\u00a0]|--/.test(gap) ? 1 : 0;
}
