import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { freePort, isPortFree } from "../postgres/server.mjs";
import { isAlive, noteOf, readJson, withLock } from "../processes.mjs";

function ownFolder() {
  const { uid } = userInfo();
  return join(tmpdir(), uid >= 0 ? `patchbay-ports-${uid}` : "patchbay-ports");
}

/**
 * A port for a simulator, kept for this process until it listens there: of two products that start at the same moment only one gets
 * the usual port. The claim of a process that ended counts no more.
 */
export async function claimSimulatorPort(usual, folder = ownFolder()) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return withLock(join(folder, "lock"), async () => {
    const isOpen = async (port) =>
      !isAlive(readJson(join(folder, `${port}.json`))) && (await isPortFree(port));
    let port = usual;
    while (!(await isOpen(port))) port = await freePort();
    const claim = join(folder, `${port}.json`);
    rmSync(claim, { force: true });
    writeFileSync(claim, JSON.stringify(noteOf(process.pid)));
    return port;
  });
}
