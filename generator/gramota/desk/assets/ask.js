// Asks the desk. What it does not confirm has not happened as far as the page knows, and nothing is kept to be sent later.

const PATIENCE = 15_000;

// The desk does not answer, or does not know this browser any more; `said` is what it said, if anything.
export class GoneError extends Error {
  constructor(said) {
    super("the desk is gone");
    this.said = said;
  }
}

// Returns {state} where all went well, else {error, text, state?}.
export async function ask(action, request) {
  const reply = await send(`/api/${action}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  if (reply.status === 401) throw new GoneError(await reply.text());
  const content = await read(reply);
  return reply.ok ? { state: content } : content;
}

export async function askNearMisses(key) {
  const reply = await send(`/api/near/${encodeURIComponent(key)}`, {});
  return reply.ok ? read(reply) : [];
}

export async function isThere() {
  const reply = await send("/icon.svg", { method: "HEAD" });
  if (reply.status === 401) throw new GoneError("");
}

async function send(address, options) {
  try {
    return await fetch(address, { ...options, signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    throw new GoneError("");
  }
}

async function read(reply) {
  try {
    return await reply.json();
  } catch {
    return { error: "broken", text: "" };
  }
}
