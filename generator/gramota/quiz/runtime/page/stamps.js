/**
 * Stamps: what the reader did with a revision of the letter, and when. `read/2` says that revision 2 was confirmed as
 * read, `handed/2` that its sheet was handed in; each revision has a name of its own, so an earlier one stays known.
 */

/** The latest stamp of this kind up to the letter's revision, {revision, hash, at}, or null. */
function lastStamp(store, kind, letter, names = store.names(`${kind}/`)) {
  const revisions = names.filter((name) => name.startsWith(`${kind}/`)).map((name) => Number(name.slice(kind.length + 1)));
  const known = revisions.filter((revision) => revision > 0 && revision <= letter.revision).sort((one, other) => other - one);
  for (const revision of known) {
    const stamp = store.read(`${kind}/${revision}`, isStamp);
    if (stamp !== null) return { revision, hash: stamp.hash, at: stamp.at };
  }
  return null;
}

function isStamp({ hash, at }) {
  return typeof hash === "string" && isIsoTime(at);
}

/** The stamp of what is done now; `letter` is what an element's data say of it. */
function newStamp({ revision, hash }) {
  return { revision: Number(revision), hash, at: new Date().toISOString() };
}

/** Keeps the stamp; false where the browser does not. */
function keepStamp(store, kind, { revision, hash, at }) {
  return store.write(`${kind}/${revision}`, { hash, at });
}

/** What a stamp is worth today: "none", "changed" (the letter has a later revision), "expired" or "valid". */
function stampState(stamp, { revision, validFor }) {
  if (stamp === null) return "none";
  if (stamp.revision < revision) return "changed";
  return validFor && lastMoment(stamp.at, validFor) < new Date() ? "expired" : "valid";
}

/** When a stamp of this moment runs out; the span is written as authors write it: 365d, 6m, 1y. */
function lastMoment(at, span) {
  const end = new Date(at);
  const day = end.getDate();
  const count = parseInt(span, 10);
  if (span.endsWith("d")) {
    end.setDate(day + count);
  } else {
    end.setMonth(end.getMonth() + count * (span.endsWith("y") ? 12 : 1));
    // Six months after the 31st of August there is no such day: the last one of that month.
    if (end.getDate() !== day) end.setDate(0);
  }
  return end;
}
