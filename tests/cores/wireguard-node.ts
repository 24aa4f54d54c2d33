import { execFile } from "node:child_process";
import { accessSync, constants, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Programs, run, succeeds } from "./programs";

const ROOT = new URL("../..", import.meta.url).pathname;
const SERVER_ADDRESS = "10.66.0.1";
const ORIGIN_PORT = "8080";

/** Interfaces of our own need root, a tun device and network namespaces. */
export function canTunnel(): boolean {
  try {
    accessSync("/dev/net/tun", constants.R_OK | constants.W_OK);
  } catch {
    return false;
  }
  const name = `pb${process.pid}t`;
  if (process.getuid?.() !== 0 || !succeeds("ip", ["netns", "add", name])) return false;
  run("ip", ["netns", "del", name]);
  return true;
}

export interface WireguardNode {
  url: string;
  key: string;
  publicKey: string;
  port: number;
}

const names = {
  server: `pb${process.pid}s`,
  client: `pb${process.pid}c`,
  inside: `pb${process.pid}a`,
  outside: `pb${process.pid}b`,
};
const inside = (...command: string[]) => ["ip", "netns", "exec", names.inside, ...command];

function addNamespace(programs: Programs, name: string): void {
  run("ip", ["netns", "add", name]);
  programs.finally(() => void succeeds("ip", ["netns", "del", name]));
  run("ip", ["-n", name, "link", "set", "lo", "up"]);
}

const hasInterface = (name: string) => () => succeeds("wg", ["show", name]);

/** A node in a namespace of its own: wireguard-go, a page to fetch inside the tunnel, and the agent beside it. */
export async function startWireguardNode(
  programs: Programs,
  folder: string,
  { agentPort, port, bytes, seed }: { agentPort: number; port: number; bytes: number; seed: number },
): Promise<WireguardNode> {
  const privateKey = run("wg", ["genkey"]).trim();
  const keyPath = join(folder, "wireguard.key");
  writeFileSync(keyPath, privateKey, { mode: 0o600 });
  addNamespace(programs, names.inside);
  await programs.start(inside("wireguard-go", "-f", names.server), hasInterface(names.server));
  run("wg", ["set", names.server, "private-key", keyPath, "listen-port", String(port)]);
  run("ip", ["-n", names.inside, "address", "add", `${SERVER_ADDRESS}/24`, "dev", names.server]);
  run("ip", ["-n", names.inside, "link", "set", names.server, "mtu", "1280", "up"]);
  const origin = [process.execPath, join(ROOT, "tests/cores/origin.mjs"), SERVER_ADDRESS, ORIGIN_PORT];
  const [ip = "", ...sockets] = inside("ss", "-tln");
  const listens = () => run(ip, sockets).includes(`:${ORIGIN_PORT}`);
  await programs.start(inside(...origin, String(bytes), String(seed)), listens);
  const key = `agent key of ${process.pid} in the tests of cores`;
  const agent = [process.execPath, join(ROOT, "scripts/node-agent.mjs")];
  const statePath = join(folder, "wireguard.json");
  await programs.start(
    [...agent, "--interface", names.server, "--listen", `127.0.0.1:${agentPort}`, "--state", statePath],
    () =>
      fetch(`http://127.0.0.1:${agentPort}/v1/info`).then(
        ({ status }) => status === 401,
        () => false,
      ),
    { NODE_AGENT_KEY: key },
  );
  const publicKey = run("wg", ["pubkey"], privateKey).trim();
  return { url: `http://127.0.0.1:${agentPort}`, key, publicKey, port };
}

/** Dials the node with a configuration as people import it: wg-quick strips it, wireguard-go takes it. */
export async function dialWireguard(programs: Programs, folder: string, conf: string): Promise<void> {
  const path = join(folder, "customer.conf");
  writeFileSync(path, conf, { mode: 0o600 });
  const stripped = join(folder, "stripped.conf");
  writeFileSync(stripped, run("wg-quick", ["strip", path]), { mode: 0o600 });
  addNamespace(programs, names.outside);
  // Its socket stays beside the node; the interface goes where the customer is.
  await programs.start(inside("wireguard-go", "-f", names.client), hasInterface(names.client));
  run("wg", ["setconf", names.client, stripped]);
  run("ip", ["-n", names.inside, "link", "set", names.client, "netns", names.outside]);
  const [, address = ""] = /^Address = (.+)$/m.exec(readFileSync(path, "utf8")) ?? [];
  const [, mtu = ""] = /^MTU = (\d+)$/m.exec(conf) ?? [];
  run("ip", ["-n", names.outside, "address", "add", address, "dev", names.client]);
  run("ip", ["-n", names.outside, "link", "set", names.client, "mtu", mtu, "up"]);
  // A narrow window: what the node's socket had to drop and send again would be counted by one end alone.
  const narrow = "echo 4096 16384 32768 > /proc/sys/net/ipv4/tcp_rmem";
  run("ip", ["netns", "exec", names.outside, "sh", "-c", narrow]);
  run("ip", ["-n", names.outside, "route", "add", "default", "dev", names.client]);
}

/** Fetches the page through the tunnel; its SHA-256, or null when nothing came within `limitMs`. */
export async function downloadByTunnel(limitMs: number): Promise<string | null> {
  const script = `
    const { createHash } = require("node:crypto");
    fetch("http://${SERVER_ADDRESS}:${ORIGIN_PORT}/", { signal: AbortSignal.timeout(${limitMs}) })
      .then((answer) => answer.arrayBuffer())
      .then((page) => console.log(createHash("sha256").update(Buffer.from(page)).digest("hex")), () => process.exit(3));`;
  return new Promise((resolve) => {
    execFile("ip", ["netns", "exec", names.outside, process.execPath, "-e", script], (error, stdout) =>
      resolve(error ? null : stdout.trim()),
    );
  });
}

/** What the customer's own end of the tunnel counted: bytes received and sent. Settles first: acknowledgements come late. */
export async function countedByCustomer(): Promise<{ received: bigint; sent: bigint }> {
  let before = "";
  for (;;) {
    const now = run("wg", ["show", names.client, "transfer"]).trim();
    if (now === before) break;
    before = now;
    await delay(200);
  }
  const [, received = "0", sent = "0"] = before.split("\t");
  return { received: BigInt(received), sent: BigInt(sent) };
}
