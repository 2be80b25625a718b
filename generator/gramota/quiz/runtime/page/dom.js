/** What both blocks do with elements. */

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

/** The text as people see it, on one line. */
function textOf(shown) {
  return shown.textContent.replace(/\s+/g, " ").trim();
}

/** Says in the block's banner what the store cannot do; the gravest news stays. */
function showTrouble(block, trouble) {
  const banner = block.querySelector("[data-banner]");
  if (banner.dataset.banner === "forbidden" || banner.dataset.banner === trouble) return;
  // That the browser keeps nothing holds for the whole page, and is told once on it.
  banner.hidden = trouble === "forbidden" && document.querySelector("[data-banner=forbidden]") !== null;
  banner.dataset.banner = trouble;
  banner.textContent = say(block.dataset.lang, `storage_${trouble}`);
}

/** Takes back that nothing is saved; what could not be read stays told. */
function hideTrouble(block) {
  const banner = block.querySelector("[data-banner]");
  if (banner.dataset.banner === "damaged") return;
  banner.dataset.banner = "";
  banner.hidden = true;
}
