/** Makes our elements work; a script that runs a second time changes nothing. */
function defineElements() {
  const elements = {
    "gramota-home": HomeElement,
    "gramota-rail": RailElement,
    "gramota-read": ReadElement,
    "gramota-self-check": SelfCheckElement,
    "gramota-control-sheet": ControlSheetElement,
    "gramota-clear": ClearElement,
  };
  Object.entries(elements).forEach(([name, element]) => {
    if (!customElements.get(name)) customElements.define(name, element);
  });
}
