/** A number. Key: {answer, tolerance, unit, wrong: [numbers]}; the response is what was typed. */
const numberType = {
  start: "",
  accepts: isTyped,
  missing(key, response) {
    if (!fold(response)) return "first_write";
    return numbersMeant(response, key.unit).length ? "" : "first_write_number";
  },
  decide(key, response) {
    const numbers = numbersMeant(response, key.unit);
    const isMeant = (wanted, tolerance) => numbers.some((number) => isNear(number, wanted, tolerance));
    const correct = isMeant(key.answer, key.tolerance);
    const known = correct ? -1 : key.wrong.findIndex((wrong) => isMeant(wrong, 0));
    return { correct, parts: [correct], feedback: known < 0 ? [] : [known], note: null };
  },
  again: (response) => response,
  answer: (key) => String(key.answer),
  spoken: (key, lang) => [new Intl.NumberFormat(lang, { maximumFractionDigits: 10 }).format(key.answer), key.unit].filter(Boolean).join("\u00a0"),
  read: readTyped,
  write: writeTyped,
};

/**
 * The numbers that people may mean by "20", "20 %", "1 000", "2,5", "− 3", "+.5" or "$5"; none where it is no number, or
 * of something else than the unit. A comma is a decimal one, and in "1,000" it may part thousands as well.
 */
function numbersMeant(text, unit) {
  const [, before, number, after] = withPlainDashes(text).match(/^([^\d.,+-]*)([-+\d\s.,'’]*)(.*)$/s);
  const named = bareUnit(before + after);
  if (named && named !== bareUnit(unit)) return [];
  const plain = number
    .replace(/[.\s]+$/, "")
    .replace(/^([+-])\s+/, "$1")
    .replace(/(\d)[\s'’](?=\d{3}(?!\d))/g, "$1");
  const readings = [];
  if (/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(plain)) readings.push(plain.replace(",", "."));
  if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain)) readings.push(plain.replace(/,/g, ""));
  return readings.map(Number);
}

function withPlainDashes(text) {
  return text.normalize("NFC").replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, "-");
}

/** «кв. м», «кв.м.» and «КВ М» are one unit. */
function bareUnit(text) {
  return withPlainDashes(text).replace(/[\s.]/g, "").toLowerCase();
}

/** Floating point adds up inexactly: 0.1 + 0.2 is within 0 of 0.3. */
function isNear(number, wanted, tolerance) {
  return Math.abs(number - wanted) <= tolerance + 1e-9 * Math.max(1, Math.abs(wanted));
}
