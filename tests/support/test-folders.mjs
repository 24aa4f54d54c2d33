import { existsSync, mkdirSync, readdirSync, statfsSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { destroyPostgres } from "../../scripts/postgres/cluster.mjs";
import { isAlive, noteOf } from "../../scripts/processes.mjs";

/** Every run of tests has data folders of its own in here, named after the process that made them. */
const NAME = `patchbay-tests-${userInfo().username}`;
const ON_DISK = join(tmpdir(), NAME);
/** The files of Linux's memory: a copy of the template is a thousand files, which a disk takes half a second to make. */
const MEMORY = "/dev/shm";
const IN_MEMORY = join(MEMORY, NAME);
/** A run uses a few hundred megabytes of it. A container often has no more than 64. */
const ROOM_BYTES = 4 * 1024 ** 3;

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES;
  } catch {
    return false;
  }
}

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
  for (const home of [ON_DISK, IN_MEMORY].filter(existsSync)) {
    for (const name of readdirSync(home)) {
      if (!isAlive(ownerOf(name))) await destroyPostgres(join(home, name));
    }
  }
}

async function makeIn(home, purpose) {
  await removeAbandoned();
  const folder = join(home, nameFor(purpose));
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Makes a data folder that belongs to this process. It removes it with destroyPostgres; where it cannot, the next run does. */
export function makeTestFolder(purpose) {
  return makeIn(ON_DISK, purpose);
}

/** Makes one for what need not outlive the machine: in its memory where there is room, else on the disk. */
export function makeMemoryFolder(purpose) {
  return makeIn(hasRoom() ? IN_MEMORY : ON_DISK, purpose);
}
