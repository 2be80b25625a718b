/** SHA-256 (FIPS 180-4), for pages on plain http and from folders, where browsers give no crypto.subtle. */

// The marks tell the minifier that pages which seal nothing can do without.
const SHA256_PRIMES = /* @__PURE__ */ firstPrimes(64);
const SHA256_ROUNDS = /* @__PURE__ */ SHA256_PRIMES.map((prime) => fractionBits(Math.cbrt(prime)));

function firstPrimes(count) {
  const primes = [];
  for (let number = 2; primes.length < count; number += 1) {
    if (primes.every((prime) => number % prime)) primes.push(number);
  }
  return primes;
}

/** The first 32 bits of the fraction. */
function fractionBits(number) {
  return ((number - Math.floor(number)) * 4294967296) | 0;
}

/** The digest of the text's UTF-8, in hexadecimal digits. */
function sha256(text) {
  const state = SHA256_PRIMES.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)));
  const message = sha256Padded(new TextEncoder().encode(text));
  for (let start = 0; start < message.byteLength; start += 64) sha256Block(state, message, start);
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function sha256Padded(bytes) {
  const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padded.length - 4, bytes.length << 3);
  return view;
}

function sha256Block(state, message, start) {
  const schedule = sha256Schedule(message, start);
  let [a, b, c, d, e, f, g, h] = state;
  for (let round = 0; round < 64; round += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + choice + SHA256_ROUNDS[round] + schedule[round];
    const second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + majority;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, place) => { state[place] = (state[place] + word) | 0; });
}

function sha256Schedule(message, start) {
  const words = new Int32Array(64);
  for (let place = 0; place < 64; place += 1) {
    words[place] = place < 16 ? message.getInt32(start + place * 4) : sha256Extended(words, place);
  }
  return words;
}

function sha256Extended(words, place) {
  const near = words[place - 2];
  const far = words[place - 15];
  const low = rotated(far, 7) ^ rotated(far, 18) ^ (far >>> 3);
  const high = rotated(near, 17) ^ rotated(near, 19) ^ (near >>> 10);
  return words[place - 16] + low + words[place - 7] + high;
}

function rotated(word, bits) {
  return (word >>> bits) | (word << (32 - bits));
}
