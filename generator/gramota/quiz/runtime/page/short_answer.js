/** What a short answer says, whatever the typing: case, ё, spaces, quotes, dashes and outer punctuation do not count. */
function fold(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[«»„“”‟"‹›‚‘’‛\u0060´']/g, "'")
    .replace(/\s*[\u2010-\u2015\u2212-]\s*/g, "-")
    .replace(/\s+/g, " ")
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "");
}
