import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * What tells a process from a later one with the same id: when it was started. Null when it is gone.
 * A zombie (killed, its parent never asked) counts as gone.
 */
export function birthOf(pid) {
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
    } catch {
      return null;
    }
  }
  if (process.platform === "win32") return isRunning(pid) ? "running" : null;
  const { status, stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return status === 0 && stdout.trim() ? stdout.trim() : null;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The command line of a process, or an empty text. */
export function commandLineOf(pid) {
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    } catch {
      return "";
    }
  }
  if (process.platform === "win32") return isRunning(pid) ? "postgres" : "";
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
}

/** A note that names one process for good. */
export function noteOf(pid) {
  return { pid, birth: birthOf(pid) };
}

export function isAlive(note) {
  return note?.birth != null && birthOf(note.pid) === note.birth;
}

/** Reads a JSON file; null when it is missing or was cut off by a kill. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** Waits for a condition. False when it did not come true in time. */
export async function waitUntil(condition, milliseconds, step = 25) {
  const end = Date.now() + milliseconds;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() >= end) return false;
    await sleep(step);
  }
}

/** Asks a process to stop, then insists: each signal has its time. False when it outlived them all. */
export async function stopProcess(
  note,
  signals = [
    ["SIGTERM", 15_000],
    ["SIGKILL", 5_000],
  ],
) {
  for (const [signal, milliseconds] of signals) {
    if (!isAlive(note)) return true;
    try {
      process.kill(note.pid, signal);
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
    if (await waitUntil(() => !isAlive(note), milliseconds)) return true;
  }
  return !isAlive(note);
}

/** Runs the work while no other process of this project holds the file. A lock left by a killed process is taken over. */
export async function withLock(path, work, timeoutMs = 120_000) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = JSON.stringify(noteOf(process.pid));
  const taken = await waitUntil(
    async () => {
      try {
        writeFileSync(path, mine, { flag: "wx" });
      } catch (error) {
        if (error.code !== "EEXIST") throw error;
        const holder = readJson(path);
        if (holder && !isAlive(holder)) rmSync(path, { force: true });
        return false;
      }
      // Two processes may have cleared a dead lock in the same moment: the second one wins.
      await sleep(30);
      return readText(path) === mine;
    },
    timeoutMs,
    50,
  );
  if (!taken) throw new Error(`Another process has held ${path} for ${timeoutMs / 1000} seconds.`);
  try {
    return await work();
  } finally {
    if (readText(path) === mine) rmSync(path, { force: true });
  }
}

function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

let leases = 0;

/** Says in a folder that this process uses something. Returns what gives it back. */
export function takeLease(folder) {
  mkdirSync(folder, { recursive: true });
  leases += 1;
  const path = join(folder, `${process.pid}-${leases}.json`);
  writeFileSync(path, JSON.stringify(noteOf(process.pid)));
  return () => rmSync(path, { force: true });
}

/** How many living processes use it; forgets the dead. */
export function countLeases(folder) {
  let living = 0;
  for (const name of readdirSync(folder, { withFileTypes: true }).map((entry) => entry.name)) {
    const path = join(folder, name);
    if (isAlive(readJson(path))) living += 1;
    else rmSync(path, { force: true });
  }
  return living;
}
