import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive, noteOf, readJson } from "../processes.mjs";

const fileIn = (dataDir) => join(dataDir, "address.json");

/** Writes down on which port this process answers, and whether with the built pages, for whoever else works beside it. */
export function rememberAddress(dataDir, port, { isBuilt = true } = {}) {
  mkdirSync(dataDir, { recursive: true });
  const path = fileIn(dataDir);
  writeFileSync(`${path}.new`, JSON.stringify({ ...noteOf(process.pid), port, isBuilt }), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** The port on which the product answers that runs on this data; null where none does. */
export function runningPort(dataDir) {
  const note = readJson(fileIn(dataDir));
  return Number.isInteger(note?.port) && isAlive(note) ? note.port : null;
}

/** The port on which the built pages are served at this moment from this data's folder; null where they are not. */
export function servedPort(dataDir) {
  return readJson(fileIn(dataDir))?.isBuilt === false ? null : runningPort(dataDir);
}
