import { spawn } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isAlive, noteOf, readJson, stopProcess } from "../processes.mjs";
import { ROOT } from "../project.mjs";

const MAY_RESTART_AFTER_MS = 1_000;
/** A child that ends this often within a minute is broken, not unlucky. */
const MOST_RESTARTS_PER_MINUTE = 5;

/**
 * The long-running children of one starter. Each is a session of its own (Ctrl-C reaches only the starter, which stops them
 * in order) and holds a channel to the starter: when that is killed, they stop by themselves. Their ids are kept in a file, so that
 * the next start can end one that hangs.
 */
export function createChildren(registryPath, { say, onGiveUp }) {
  const running = new Map();
  let stopping = false;

  function save() {
    mkdirSync(dirname(registryPath), { recursive: true });
    const children = [...running].map(([name, { note }]) => ({ name, ...note }));
    writeFileSync(`${registryPath}.new`, JSON.stringify({ starter: noteOf(process.pid), children }));
    renameSync(`${registryPath}.new`, registryPath);
  }

  function launch(spec, deaths) {
    const child = spawn(process.execPath, spec.args, {
      cwd: ROOT,
      env: spec.env,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      detached: true,
    });
    const entry = { child, note: noteOf(child.pid), ready: false, ended: null };
    running.set(spec.name, entry);
    save();
    child.once("exit", (code, signal) => {
      entry.ended = signal ?? code;
      if (stopping || running.get(spec.name) !== entry) return;
      const recent = [...deaths, Date.now()].filter((time) => time > Date.now() - 60_000);
      if (!entry.ready || recent.length > MOST_RESTARTS_PER_MINUTE) {
        onGiveUp(`The ${spec.name} ended (${entry.ended}).`);
        return;
      }
      say(`The ${spec.name} ended (${entry.ended}); starting it again.`);
      setTimeout(() => {
        if (stopping) return;
        launch(spec, recent).ready = true;
      }, MAY_RESTART_AFTER_MS).unref();
    });
    return entry;
  }

  return {
    /** Starts a child. From markReady on it is started again whenever it ends. */
    start(spec) {
      const entry = launch(spec, []);
      return {
        markReady: () => {
          entry.ready = true;
        },
        hasEnded: () => entry.ended !== null,
      };
    },

    /** Asks them to stop one after the other, the last started first. */
    async stop() {
      stopping = true;
      for (const { note } of [...running.values()].reverse()) {
        await stopProcess(note, [
          ["SIGTERM", 20_000],
          ["SIGKILL", 5_000],
        ]);
      }
      rmSync(registryPath, { force: true });
    },
  };
}

/** Ends what a killed start left running. Throws when the starter lives: two of one project do not go together. */
export async function stopLeftovers(registryPath) {
  const known = readJson(registryPath);
  if (!known) return 0;
  if (isAlive(known.starter)) {
    throw new Error(`Patchbay runs here already (process ${known.starter.pid}). Stop it first, or use it.`);
  }
  const alive = known.children.filter(isAlive);
  // They noticed that their starter is gone and are about to stop; give them a moment, then insist.
  await Promise.all(
    alive.map((note) =>
      stopProcess(note, [
        ["SIGTERM", 8_000],
        ["SIGKILL", 5_000],
      ]),
    ),
  );
  rmSync(registryPath, { force: true });
  return alive.length;
}
