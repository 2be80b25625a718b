/**
 * What the reader has done, kept in localStorage: one key an answer, so that two tabs never overwrite each other's.
 * Every value is an object with the format's version `v`; what cannot be read is set aside and never thrown away.
 * `onTrouble` is told "forbidden", "full" or "damaged"; the page works on from memory.
 */
class Store {
  constructor(site, letter, onTrouble) {
    this.prefix = ["gramota", String(STORE_VERSION), site, letter].map(keyPart).join("/") + "/";
    this.onTrouble = onTrouble;
    this.isKeeping = false;
    this.storage = this.attempt(() => window.localStorage);
    if (!this.storage) this.fail("forbidden");
  }

  /** The value under `name` if `isValid` says that it can be one, or null. */
  read(name, isValid) {
    const text = this.attempt(() => this.storage.getItem(this.prefix + name));
    if (text === null) return null;
    const value = parsedOrNull(text);
    if (value && typeof value === "object" && value.v === STORE_VERSION && isValid(value)) return value;
    this.setAside(name, text);
    return null;
  }

  /** Keeps the value; false where the browser does not. */
  write(name, value) {
    const text = JSON.stringify({ v: STORE_VERSION, ...value });
    const isKept = this.attempt(() => { this.storage.setItem(this.prefix + name, text); return true; }) === true;
    if (isKept) this.isKeeping = true;
    return isKept;
  }

  /** Forgets everything under names that begin with `start`, what was set aside included. */
  forget(start) {
    this.names(start).forEach((name) => this.attempt(() => this.storage.removeItem(this.prefix + name)));
  }

  /** The names in use that begin with `start`, sorted. */
  names(start) {
    const keys = this.attempt(() => Object.keys(this.storage)) || [];
    return keys.filter((key) => key.startsWith(this.prefix + start)).map((key) => key.slice(this.prefix.length)).sort();
  }

  /** Calls `listener` with the name that another tab changed ("" for all) and whether it is gone. */
  watch(listener, signal) {
    window.addEventListener("storage", (event) => {
      if (event.key === null) listener("", true);
      else if (event.key.startsWith(this.prefix)) listener(event.key.slice(this.prefix.length), event.newValue === null);
    }, { signal });
  }

  setAside(name, text) {
    let number = 1;
    while (this.attempt(() => this.storage.getItem(this.asideKey(name, number))) !== null) number += 1;
    const kept = this.attempt(() => { this.storage.setItem(this.asideKey(name, number), text); return true; });
    if (kept) this.attempt(() => this.storage.removeItem(this.prefix + name));
    this.onTrouble("damaged");
  }

  asideKey(name, number) {
    return `${this.prefix}${name}${ASIDE}${number}`;
  }

  attempt(action) {
    if (this.storage === null) return null;
    try {
      return action();
    } catch (error) {
      if (this.storage === undefined) return null;
      this.fail(error.name === "QuotaExceededError" ? "full" : "forbidden");
      return null;
    }
  }

  /** `isKeeping` is true again once a write succeeds; `lastTrouble` says why the last one did not. */
  fail(trouble) {
    this.isKeeping = false;
    this.lastTrouble = trouble;
    this.onTrouble(trouble);
  }
}

const STORE_VERSION = 1;
const ASIDE = "~damaged-";

/** A part of a key: a slash inside would make one letter's keys look like another's. */
function keyPart(text) {
  return text.replace(/[%/]/g, encodeURIComponent);
}

function parsedOrNull(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
