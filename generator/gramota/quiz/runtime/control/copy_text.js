/**
 * Copies the text, and resolves to whether the browser did. The text stands selected in `field` first,
 * for where it does not: on plain http there is no clipboard, and elsewhere it may be refused.
 */
async function copyText(text, field) {
  field.readOnly = true;
  field.hidden = false;
  field.value = text;
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedTheOldWay();
  }
}

/** Long out of favour, and the only way on plain http. */
function copiedTheOldWay() {
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
}
