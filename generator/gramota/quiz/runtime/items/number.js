/** A number. Key: {answer, tolerance, unit, wrong: [numbers]}; the response is what was typed. */
questionTypes.number = {
  start: "",
  accepts: isTyped,
  missing(key, response) {
    if (!fold(response)) return "first_write";
    return parsedNumber(response, key.unit) === null ? "first_write_number" : "";
  },
  decide(key, response) {
    const number = parsedNumber(response, key.unit);
    const correct = isNear(number, key.answer, key.tolerance);
    const known = correct ? -1 : key.wrong.findIndex((wrong) => isNear(number, wrong, 0));
    return { correct, parts: [correct], feedback: known < 0 ? [] : [known], note: null };
  },
  again: (response) => response,
  answer: (key) => String(key.answer),
  spoken: (key, lang) => [new Intl.NumberFormat(lang, { maximumFractionDigits: 10 }).format(key.answer), key.unit].filter(Boolean).join("\u00a0"),
  read: readTyped,
  write: writeTyped,
};

/**
 * The number that people mean by "20", "20 %", "1 000", "2,5", "−3" or "+.5", or null.
 * Thousands may be parted by spaces, never by commas: a comma is a decimal one.
 */
function parsedNumber(text, unit) {
  const plain = withoutUnit(text.normalize("NFC"), unit.normalize("NFC"))
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/(\d)[\s'’](?=\d{3}(?!\d))/g, "$1");
  return /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(plain) ? Number(plain.replace(",", ".")) : null;
}

function withoutUnit(text, unit) {
  const written = withoutFullStop(text);
  const end = withoutFullStop(unit).toLowerCase();
  return end && written.toLowerCase().endsWith(end) ? written.slice(0, -end.length).trim() : written;
}

function withoutFullStop(text) {
  return text.trim().replace(/[.\s]+$/, "");
}

/** Floating point adds up inexactly: 0.1 + 0.2 is within 0 of 0.3. */
function isNear(number, wanted, tolerance) {
  return Math.abs(number - wanted) <= tolerance + 1e-9 * Math.max(1, Math.abs(wanted));
}
