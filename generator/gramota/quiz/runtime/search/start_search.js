/** Makes the search box work, and marks what it found; where the theme changes pages without loading, on each page. */
function startSearch() {
  if (!customElements.get("gramota-search")) customElements.define("gramota-search", SearchElement);
  if (window.document$) window.document$.subscribe(() => markPage());
  else markPage();
}
