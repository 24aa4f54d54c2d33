import { readFileSync } from "node:fs";
import { commandLineOf, isAlive, noteOf } from "../processes.mjs";

const LOOK_EVERY_MS = 1_000;

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

/** npm may start a script through a shell: looks for it one and two steps up. */
function npmAncestors() {
  if (!process.env.npm_lifecycle_event) return [];
  const parent = process.ppid;
  const candidates = [parent, parentOf(parent)].filter((pid) => pid > 1);
  const npm = candidates.findIndex((pid) => /\bnpm\b/.test(commandLineOf(pid)));
  return candidates.slice(0, npm + 1).map(noteOf);
}

/** Calls back once when the npm that started this script was killed: nobody would stop us otherwise. */
export function whenNpmIsGone(callback) {
  const watched = npmAncestors();
  if (watched.length === 0) return;
  const timer = setInterval(() => {
    if (watched.every(isAlive)) return;
    clearInterval(timer);
    callback();
  }, LOOK_EVERY_MS);
  timer.unref();
}
