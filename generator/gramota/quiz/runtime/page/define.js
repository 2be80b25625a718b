/** What begins each kind of page. */

function startHomePage() {
  defineElements({ "gramota-home": HomeElement, "gramota-clear": ClearElement });
}

function startLetterPage() {
  defineElements({ "gramota-rail": RailElement, "gramota-read": ReadElement, "gramota-self-check": SelfCheckElement });
}

function startSheetPage() {
  defineElements({ "gramota-control-sheet": ControlSheetElement, "gramota-clear": ClearElement });
}
