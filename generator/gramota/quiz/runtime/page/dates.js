/** Days and moments as the pages write them: the twin of `date_pattern` in wording/. English ones are British. */

function localDate(moment, lang) {
  return new Date(moment).toLocaleDateString(localeOf(lang), { dateStyle: lang === "ru" ? "short" : "long" });
}

function localMoment(moment, lang) {
  return `${localDate(moment, lang)}, ${new Date(moment).toLocaleTimeString(localeOf(lang), { timeStyle: "short" })}`;
}

function localeOf(lang) {
  return lang === "en" ? "en-GB" : lang;
}
