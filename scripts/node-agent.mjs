#!/usr/bin/env node
/**
 * The agent of a VPN node: one file, Node 20 or newer, nothing else. Beside WireGuard it keeps the peers of one interface and
 * counts their bytes for good, also over restarts of the interface; beside a core (`--cut-ports`) it ends open connections of
 * those whom the product has taken out. Run it as root:
 *
 *   NODE_AGENT_KEY=<32 characters or more> node node-agent.mjs --listen 10.0.0.5:51821 \
 *     [--interface wg0 --state /var/lib/patchbay-node.json] [--cut-ports 443,8443] [--certificate cert.pem --private-key key.pem]
 *
 * Without a certificate it speaks plain HTTP: then listen on a private address only. Each request is signed: HMAC-SHA256 over
 * "method\npath\ntimestamp\nnonce\nsha256(body)" in hex, with a clock at most a minute apart and a nonce that is used once.
 * Answers are signed over "nonce\nstatus\nsha256(body)".
 */
import { execFile } from "node:child_process";
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { isIP } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const PROTOCOL = 1;
const CLOCK_SECONDS = 60;
const SECRET = "<secret>";
const MAX_BODY = 16 * 1024;
const KEY = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;
const NAME = /^[a-z0-9_]{3,32}$/;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}\/32|[0-9a-f:]+\/128)$/;

const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const sign = (key, ...parts) => createHmac("sha256", key).update(parts.join("\n")).digest("hex");

function isSame(one, other) {
  const [a, b] = [Buffer.from(String(one)), Buffer.from(String(other))];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Runs `wg`; resolves with what it printed. A secret goes in by a file that root alone can read, whose path takes the place of
 * "<secret>": arguments can be listed by everybody.
 */
async function runWg(args, secret = "") {
  const folder = secret ? mkdtempSync(join(tmpdir(), "wireguard-")) : "";
  const path = join(folder, "secret");
  try {
    if (secret) writeFileSync(path, secret, { mode: 0o600, flag: "wx" });
    const real = args.map((arg) => (arg === SECRET ? path : arg));
    return await new Promise((resolve, reject) => {
      execFile("wg", real, { timeout: 5_000 }, (error, stdout, stderr) =>
        error ? reject(new Error(stderr.trim() || error.message)) : resolve(stdout),
      );
    });
  } finally {
    if (folder) rmSync(folder, { recursive: true });
  }
}

function loadState(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return { epoch: randomBytes(12).toString("hex"), peers: {} };
  }
}

/** First line: the interface. Each other: key, preshared key, endpoint, addresses, handshake, received, sent, keepalive. */
function parseDump(dump) {
  const [head = "", ...lines] = dump.trim().split("\n");
  const [, publicKey = "", port = "0"] = head.split("\t");
  const peers = new Map();
  for (const line of lines) {
    const [key = "", , , addresses = "", handshake = "0", received = "0", sent = "0"] = line.split("\t");
    peers.set(key, {
      addresses,
      handshake: Number(handshake),
      received: BigInt(received),
      sent: BigInt(sent),
    });
  }
  return { publicKey, listenPort: Number(port), peers };
}

/** Ends what an address has open on one of the ports (SOCK_DESTROY); resolves with how many connections that were. */
function runCut(address, ports) {
  const where = ports.map((port) => `sport = :${port}`).join(" or ");
  const args = ["-KHnt", `( ${where} )`, "and", "dst", address];
  return new Promise((resolve, reject) => {
    execFile("ss", args, { timeout: 5_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(stderr.trim() || error.message));
      else resolve(stdout.split("\n").filter(Boolean).length);
    });
  });
}

/** What an interface's peers should be, and what went through each name since the state began. */
class Peers {
  constructor({ name, statePath, wg }) {
    Object.assign(this, { name, statePath, wg, state: loadState(statePath), queue: Promise.resolve() });
  }

  /** One at a time: what is read and written in between would be lost. */
  alone(work) {
    const next = this.queue.then(work);
    this.queue = next.catch(() => undefined);
    return next;
  }

  save() {
    const file = `${this.statePath}.new`;
    writeFileSync(file, JSON.stringify(this.state), { mode: 0o600 });
    renameSync(file, this.statePath);
  }

  /** Reads the interface, takes over what was counted, and puts back those whom a restart has lost. */
  async look() {
    const dump = parseDump(await this.wg(["show", this.name, "dump"]));
    let isChanged = false;
    for (const peer of Object.values(this.state.peers)) {
      if (!peer.publicKey) continue;
      const seen = dump.peers.get(peer.publicKey);
      if (!seen) {
        Object.assign(peer, { lastReceived: "0", lastSent: "0" });
        await this.set(peer);
        isChanged = true;
        continue;
      }
      for (const [total, last, now] of [
        ["received", "lastReceived", seen.received],
        ["sent", "lastSent", seen.sent],
      ]) {
        const before = BigInt(peer[last]);
        if (now === before) continue;
        // A counter that went back began again.
        peer[total] = String(BigInt(peer[total]) + (now > before ? now - before : now));
        peer[last] = String(now);
        isChanged = true;
      }
    }
    if (isChanged) this.save();
    return dump;
  }

  set({ publicKey, presharedKey, addresses }) {
    const secret = presharedKey ? ["preshared-key", SECRET] : [];
    const args = ["set", this.name, "peer", publicKey, ...secret, "allowed-ips", addresses.join(",")];
    return this.wg(args, presharedKey ?? "");
  }

  async take(publicKey) {
    await this.wg(["set", this.name, "peer", publicKey, "remove"]);
  }

  /** Makes the peer of this name so; another key takes the place of the old one. */
  put(name, { publicKey, presharedKey, addresses }) {
    return this.alone(async () => {
      await this.look();
      const counted = { received: "0", sent: "0", ...this.state.peers[name] };
      if (counted.publicKey && counted.publicKey !== publicKey) await this.take(counted.publicKey);
      const isNew = counted.publicKey !== publicKey;
      const last = isNew ? { lastReceived: "0", lastSent: "0" } : {};
      const peer = { ...counted, ...last, publicKey, presharedKey, addresses };
      await this.set(peer);
      this.state.peers[name] = peer;
      this.save();
    });
  }

  /** Its connection ends at once. What it used stays counted. Resolves with how many were there: 0 or 1. */
  remove(name) {
    return this.alone(async () => {
      await this.look();
      const peer = this.state.peers[name];
      if (!peer?.publicKey) return 0;
      await this.take(peer.publicKey);
      this.state.peers[name] = { received: peer.received, sent: peer.sent };
      this.save();
      return 1;
    });
  }

  list() {
    return this.alone(async () => {
      const dump = await this.look();
      const peers = Object.entries(this.state.peers).map(([name, { publicKey = null, received, sent }]) => ({
        name,
        publicKey,
        received,
        sent,
        handshake: dump.peers.get(publicKey)?.handshake ?? 0,
      }));
      return { epoch: this.state.epoch, peers };
    });
  }

  info() {
    return this.alone(async () => {
      const { publicKey, listenPort } = await this.look();
      return { agent: "patchbay-node", protocol: PROTOCOL, interface: this.name, publicKey, listenPort };
    });
  }
}

function readPeer(text) {
  const { publicKey, presharedKey, addresses } = JSON.parse(text);
  const isRight =
    KEY.test(publicKey) &&
    (presharedKey === null || KEY.test(presharedKey)) &&
    Array.isArray(addresses) &&
    addresses.length > 0 &&
    addresses.every((address) => ADDRESS.test(address));
  return isRight ? { publicKey, presharedKey, addresses } : null;
}

/** Answers signed requests: `{ method, path, headers, body }` to `{ status, headers, body }`. `wg` runs the program. */
export function createAgent({
  key,
  name,
  statePath,
  wg = runWg,
  cut = runCut,
  cutPorts = [],
  now = Date.now,
}) {
  if (!key || key.length < 32) throw new Error("NODE_AGENT_KEY needs 32 characters or more.");
  const peers = name ? new Peers({ name, statePath, wg }) : null;
  const used = new Map();

  function refusalOf({ method, path, headers, body }) {
    const {
      "x-agent-time": time = "",
      "x-agent-nonce": nonce = "",
      "x-agent-signature": signature,
    } = headers;
    if (!isSame(signature, sign(key, method, path, time, nonce, sha256(body))))
      return "the signature is wrong";
    const seconds = Math.floor(now() / 1_000);
    if (Math.abs(seconds - Number(time)) > CLOCK_SECONDS) return `the clocks differ: it is ${seconds} here`;
    if (method === "GET") return null;
    for (const [old, until] of used) if (until < seconds) used.delete(old);
    if (nonce.length < 16 || used.has(nonce)) return "the nonce was used before";
    used.set(nonce, seconds + 2 * CLOCK_SECONDS);
    return null;
  }

  async function cutAll(body) {
    const { addresses } = JSON.parse(body);
    if (!Array.isArray(addresses) || !addresses.every((address) => isIP(address) > 0))
      return [422, { error: "addresses are a list of IP addresses" }];
    const counts = await Promise.all(addresses.map((address) => cut(address, cutPorts)));
    return [200, { cut: counts.reduce((sum, count) => sum + count, 0) }];
  }

  async function act({ method, path, body }) {
    if (method === "POST" && path === "/v1/cut" && cutPorts.length > 0) return cutAll(body);
    if (!peers) return [404, { error: "there is no such place" }];
    if (method === "GET" && path === "/v1/info") return [200, await peers.info()];
    if (method === "GET" && path === "/v1/peers") return [200, await peers.list()];
    const peer = /^\/v1\/peers\/([^/]+)$/.exec(path)?.[1] ?? "";
    if (!NAME.test(peer)) return [404, { error: "there is no such place" }];
    if (method === "DELETE") return [200, { removed: await peers.remove(peer) }];
    if (method !== "PUT") return [405, { error: "PUT or DELETE" }];
    const wanted = readPeer(body);
    if (!wanted) return [422, { error: "a peer has a key, a preshared key and addresses with /32 or /128" }];
    await peers.put(peer, wanted);
    return [200, { name: peer }];
  }

  return {
    async answer(request) {
      const refused = refusalOf(request);
      let status = 401;
      let said = { error: refused };
      if (!refused) {
        try {
          [status, said] = await act(request);
        } catch (error) {
          [status, said] =
            error instanceof SyntaxError ? [400, { error: "no JSON" }] : [500, { error: error.message }];
        }
      }
      const body = JSON.stringify(said);
      const nonce = request.headers["x-agent-nonce"] ?? "";
      const signature = sign(key, nonce, String(status), sha256(body));
      return {
        status,
        headers: { "content-type": "application/json", "x-agent-signature": signature },
        body,
      };
    },
  };
}

async function readBody(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > MAX_BODY) throw new Error("too large");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** What an HTTP server of Node calls for each request. */
export const listenerOf = (agent) => async (request, response) => {
  try {
    const { method, url: path, headers } = request;
    const answer = await agent.answer({ method, path, headers, body: await readBody(request) });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  } catch {
    response.destroy();
  }
};

function main() {
  const { values } = parseArgs({
    options: {
      interface: { type: "string" },
      "cut-ports": { type: "string", default: "" },
      listen: { type: "string", default: "127.0.0.1:51821" },
      state: { type: "string", default: "/var/lib/patchbay-node.json" },
      certificate: { type: "string" },
      "private-key": { type: "string" },
    },
  });
  const [, host = "", port = ""] = /^\[?(.+?)\]?:(\d+)$/.exec(values.listen) ?? [];
  const cutPorts = values["cut-ports"].split(",").map(Number).filter(Boolean);
  const { interface: name, state: statePath } = values;
  const agent = createAgent({ key: process.env.NODE_AGENT_KEY, name, statePath, cutPorts });
  const tls = values.certificate && {
    cert: readFileSync(values.certificate),
    key: readFileSync(values["private-key"]),
  };
  const server = tls ? createSecureServer(tls, listenerOf(agent)) : createServer(listenerOf(agent));
  server.listen(Number(port), host, () => {
    process.stdout.write(`the agent listens on ${values.listen}\n`);
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main();
