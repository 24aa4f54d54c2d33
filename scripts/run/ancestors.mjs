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

function watch(notes, callback) {
  if (notes.length === 0) return;
  const timer = setInterval(() => {
    if (notes.every(isAlive)) return;
    clearInterval(timer);
    callback();
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** Whoever started this process, and whoever started that: a shell often stands between. */
function ancestors() {
  return [process.ppid, parentOf(process.ppid)].filter((pid) => pid > 1);
}

/** Calls back once when the npm that started this script was killed: nobody would stop us otherwise. */
export function whenNpmIsGone(callback) {
  if (!process.env.npm_lifecycle_event) return;
  const candidates = ancestors();
  const npm = candidates.findIndex((pid) => /\bnpm\b/.test(commandLineOf(pid)));
  watch(candidates.slice(0, npm + 1).map(noteOf), callback);
}

/** Calls back once when one of the two processes above this one is gone. */
export function whenAncestorsAreGone(callback) {
  watch(ancestors().map(noteOf), callback);
}
