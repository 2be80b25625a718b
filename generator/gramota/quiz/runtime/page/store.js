/**
 * What the reader has done, kept in localStorage: one key an answer, so that two tabs never overwrite each other's.
 * Every value is an object with the format's version `v`; what cannot be read is set aside and never thrown away.
 * `onTrouble` is told "forbidden", "full" or "damaged"; the page works on from memory.
 */
class Store {
  constructor(site, letter, onTrouble) {
    this.prefix = `${sitePrefix(site)}${keyPart(letter)}/`;
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

  /** Forgets what is kept under this very name. */
  remove(name) {
    this.attempt(() => this.storage.removeItem(this.prefix + name));
  }

  /** Forgets everything under names that begin with `start`, what was set aside included. */
  forget(start) {
    this.names(start).forEach((name) => this.remove(name));
  }

  /** The names in use that begin with `start`, sorted. */
  names(start) {
    const keys = this.attempt(() => Object.keys(this.storage)) || [];
    return keys.filter((key) => key.startsWith(this.prefix + start)).map((key) => key.slice(this.prefix.length)).sort();
  }

  /** Calls the block's listener with the name that another tab changed ("" for all) and whether it is gone. */
  watch(block, listener) {
    block.on(window, "storage", ({ key, newValue }) => {
      if (key === null) listener("", true);
      else if (key.startsWith(this.prefix)) listener(key.slice(this.prefix.length), newValue === null);
    });
  }

  setAside(name, text) {
    let number = 1;
    while (this.attempt(() => this.storage.getItem(this.asideKey(name, number))) !== null) number += 1;
    const kept = this.attempt(() => { this.storage.setItem(this.asideKey(name, number), text); return true; });
    if (kept) this.remove(name);
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

/** What the keys of all letters of a site begin with. */
function sitePrefix(site) {
  return `gramota/${STORE_VERSION}/${keyPart(site)}/`;
}

/** The names in use, by the letter's part of the key: all keys are gone through once, however many letters there are. */
function namesByLetter(site) {
  const prefix = sitePrefix(site);
  const found = new Map();
  storedKeys().filter((key) => key.startsWith(prefix) && !key.includes(ASIDE)).forEach((key) => {
    const end = key.indexOf("/", prefix.length);
    const letter = key.slice(prefix.length, end);
    if (!found.has(letter)) found.set(letter, []);
    found.get(letter).push(key.slice(end + 1));
  });
  return found;
}

/** Every key of this origin, other sites' and other programs' too; none where the browser forbids to look. */
function storedKeys() {
  try {
    return Object.keys(window.localStorage);
  } catch {
    return [];
  }
}

/** A part of a key: a slash inside would make one letter's keys look like another's. */
function keyPart(text) {
  return text.replace(/[%/]/g, encodeURIComponent);
}

/** The letter that such a part of a key names. */
function letterOfKey(part) {
  return part.replaceAll("%2F", "/").replaceAll("%25", "%");
}

function parsedOrNull(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
