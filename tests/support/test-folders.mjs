import { mkdirSync, readdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { destroyPostgres } from "../../scripts/postgres/cluster.mjs";
import { isAlive, noteOf } from "../../scripts/processes.mjs";

/** Every run of tests has data folders of its own in here, named after the process that made them. */
const HOME = join(tmpdir(), `patchbay-tests-${userInfo().username}`);

function nameFor(purpose) {
  const { pid, birth } = noteOf(process.pid);
  return [purpose, pid, encodeURIComponent(birth), Date.now()].join(".");
}

function ownerOf(name) {
  const [, pid, birth] = name.split(".");
  return { pid: Number(pid), birth: decodeURIComponent(birth ?? "") };
}

/** What killed runs left behind: their servers are ended, their data removed. */
async function removeAbandoned() {
  for (const name of readdirSync(HOME)) {
    if (!isAlive(ownerOf(name))) await destroyPostgres(join(HOME, name));
  }
}

/** Makes a data folder that belongs to this process. It removes it with destroyPostgres; where it cannot, the next run does. */
export async function makeTestFolder(purpose) {
  mkdirSync(HOME, { recursive: true });
  await removeAbandoned();
  const folder = join(HOME, nameFor(purpose));
  mkdirSync(folder);
  return folder;
}
