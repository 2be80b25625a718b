/** Words in the reader's language, from the wording that the bundle begins with. */

/** The text under `key` with its {names} filled; of plural forms the one that `count` asks for. */
function say(lang, key, values = {}) {
  const texts = WORDING[lang] || WORDING.en;
  const said = texts[key];
  const text = typeof said === "string" ? said : pluralForm(said, lang, values.count);
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

function pluralForm(forms, lang, count) {
  return forms[new Intl.PluralRules(lang).select(count)] || forms.other;
}
