/** Makes the elements of a kind of page work; a script that runs a second time changes nothing. */
function defineElements(elements) {
  Object.entries(elements).forEach(([name, element]) => {
    if (!customElements.get(name)) customElements.define(name, element);
  });
}

function startHomePage() {
  defineElements({ "gramota-home": HomeElement, "gramota-clear": ClearElement });
}

function startLetterPage() {
  defineElements({ "gramota-rail": RailElement, "gramota-read": ReadElement, "gramota-self-check": SelfCheckElement });
}

function startSheetPage() {
  defineElements({ "gramota-control-sheet": ControlSheetElement, "gramota-clear": ClearElement });
}
