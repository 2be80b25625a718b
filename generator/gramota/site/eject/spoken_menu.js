/*
 * A menu lists pages of several languages: screen readers are told the language of each that is not the page's own.
 * Pages in the site's language are not listed here; one that you write in another language, add.
 */
(function () {
  const root = new URL("../../", document.currentScript.src).href;
  const ofSite = SITE_LANGUAGE;
  const ofPages = new Map(Object.entries(PAGE_LANGUAGES));

  function place(address) {
    const path = decoded(address.replace(/[?#].*$/s, "").slice(root.length));
    return path.replace(/(^|\/)index\.html$/, "").replace(/\/$/, "");
  }

  function decoded(path) {
    try {
      return decodeURI(path);
    } catch {
      // Signs that are no letters, as in the address of a page that was not found.
      return path;
    }
  }

  function languageOf(link, own) {
    if (!link.href.startsWith(root) || place(link.href) === place(location.href)) {
      return own;
    }
    return ofPages.get(place(link.href)) || ofSite;
  }

  function tell() {
    const own = document.documentElement.lang;
    for (const link of document.querySelectorAll("a.md-nav__link, a.md-tabs__link, a.md-path__link")) {
      const language = languageOf(link, own);
      if (language === own) {
        link.removeAttribute("lang");
      } else {
        link.lang = language;
      }
    }
  }

  if (typeof document$ === "undefined") {
    tell();
  } else {
    document$.subscribe(tell);
  }
})();
