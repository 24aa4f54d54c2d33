// Plain JavaScript on purpose: a worker thread starts from this file as it is, under tsx and beside Next's bundle alike.
import os from "node:os";
import { parentPort } from "node:worker_threads";
import bcrypt from "bcryptjs";

/** Below the main thread: somebody who waits for a code goes before somebody who signs in. */
const LOWER_PRIORITY = 10;

try {
  // On Linux this is the priority of the calling thread alone; elsewhere it would be the whole process.
  if (process.platform === "linux") os.setPriority(0, LOWER_PRIORITY);
} catch {
  // Not allowed here: hashing works at the ordinary priority too.
}

parentPort?.on("message", ({ id, kind, password, cost, hash }) => {
  try {
    const value = kind === "hash" ? bcrypt.hashSync(password, cost) : bcrypt.compareSync(password, hash);
    parentPort?.postMessage({ id, value });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
