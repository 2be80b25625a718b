/** Makes the search box work, and marks what it found; where the theme changes pages without loading, on each page. */
function startSearch() {
  defineElements({ "gramota-search": SearchElement });
  if (!window.document$) return markPage();
  let shown = "";
  window.document$.subscribe(() => {
    shown = window.location.pathname;
    markPage();
  });
  // A result on the page that is open already changes its address only.
  return window.location$.subscribe(({ pathname }) => { if (pathname === shown) markPage(); });
}
