// Firefox through WebDriver BiDi, its own protocol: enough to open a page and to run scripts in it.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import bundle from "playwright-core/lib/utilsBundle";

// Node.js has one of its own from version 22 on.
const Socket = globalThis.WebSocket ?? bundle.ws;

/** The Firefox to drive, or why there is none. */
export function firefox() {
  const names = [process.env.FIREFOX, "firefox-esr", "firefox"].filter(Boolean);
  const found = names.find((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0);
  return found ? { found } : { skip: "no Firefox (Debian: apt-get install firefox-esr)" };
}

/** Starts it with a profile of its own. `open` shows an address; `run` evaluates a function in the page. */
export async function launchFirefox(program) {
  const profile = mkdtempSync(join(tmpdir(), "annotator-firefox-"));
  const child = spawn(program, ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile], { stdio: ["ignore", "ignore", "pipe"] });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (data) => {
      said += data;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.on("exit", () => reject(new Error(`Firefox ended: ${said}`)));
  });
  const socket = new Socket(`${address}/session`);
  await new Promise((resolve, reject) => Object.assign(socket, { onopen: resolve, onerror: reject }));
  const pending = new Map(), problems = [];
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.method === "log.entryAdded" && message.params.level === "error") problems.push(message.params.text);
    const { resolve, reject } = pending.get(message.id) ?? {};
    if (message.type === "success") resolve?.(message.result);
    else if (message.type === "error") reject?.(new Error(message.message));
  };
  const send = (method, params) => new Promise((resolve, reject) => {
    const id = pending.size + 1;
    pending.set(id, { resolve, reject });
    socket.send(JSON.stringify({ id, method, params }));
  });
  await send("session.new", { capabilities: {} });
  await send("session.subscribe", { events: ["log.entryAdded"] });
  const { context } = await send("browsingContext.create", { type: "tab" });
  return {
    problems,
    open: (url) => send("browsingContext.navigate", { context, url, wait: "complete" }),
    async run(action, ...given) {
      const { type, result, exceptionDetails } = await send("script.callFunction", {
        target: { context }, awaitPromise: true, functionDeclaration: `async (given) => JSON.stringify(await (${action})(...JSON.parse(given)) ?? null)`,
        arguments: [{ type: "string", value: JSON.stringify(given) }],
      });
      if (type === "exception") throw new Error(exceptionDetails.text);
      return JSON.parse(result.value);
    },
    async close() {
      socket.close();
      child.kill();
      await new Promise((ended) => child.on("exit", ended));
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
