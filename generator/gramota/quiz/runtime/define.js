/** Makes the two elements work; a script that runs a second time changes nothing. */
function defineElements() {
  const elements = { "gramota-self-check": SelfCheckElement, "gramota-control-sheet": ControlSheetElement };
  Object.entries(elements).forEach(([name, element]) => {
    if (!customElements.get(name)) customElements.define(name, element);
  });
}
