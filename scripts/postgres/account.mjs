import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageVersion } from "./binaries.mjs";

const ACCOUNT = "postgres";

function idOf(name) {
  const ids = ["-u", "-g"].map((option) => {
    const { status, stdout } = spawnSync("id", [option, name], { encoding: "utf8" });
    return status === 0 ? Number.parseInt(stdout, 10) : Number.NaN;
  });
  return ids.every((id) => Number.isInteger(id) && id > 0) ? { uid: ids[0], gid: ids[1] } : null;
}

function createAccount() {
  const tries = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT]],
    ["useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "--gid", ACCOUNT, ACCOUNT]],
    ["adduser", ["-S", "-D", "-H", ACCOUNT]],
  ];
  for (const [command, args] of tries) {
    if (spawnSync(command, args, { stdio: "ignore" }).status === 0) return;
  }
}

/**
 * PostgreSQL refuses to run as root: the account to run it as, or null when the present one will do.
 * The account "postgres" is made when it is missing; where that is impossible, "nobody" serves.
 */
export function serverAccount() {
  if (process.getuid?.() !== 0) return null;
  let account = idOf(ACCOUNT);
  if (!account) {
    createAccount();
    account = idOf(ACCOUNT) ?? idOf("nobody");
  }
  if (!account)
    throw new Error(
      "PostgreSQL cannot run as root, and no other account could be made. Run as an ordinary user.",
    );
  return account;
}

/** How to start a program as the account: from a folder that everyone can enter. */
export function spawnOptions(account) {
  return { cwd: process.platform === "win32" ? undefined : "/", ...(account ?? {}) };
}

function can(account, test, path) {
  const run = spawnSync("/bin/sh", ["-c", `test ${test} "$1"`, "sh", path], spawnOptions(account));
  return run.status === 0;
}

/** A folder of ours outside the project, named after it, that the account can enter. */
function outsideFolder(projectFolder) {
  const name = createHash("sha256").update(projectFolder).digest("hex").slice(0, 16);
  const folder = join("/var/tmp", `patchbay-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const { uid } = lstatSync(folder);
  if (uid !== process.getuid?.())
    throw new Error(`${folder} belongs to somebody else; remove it and start again.`);
  chmodSync(folder, 0o755);
  return folder;
}

/** Where the cluster lives: beside the given data folder, or outside when the account cannot enter it. */
export function clusterFolder(dataDir, account) {
  const inside = join(dataDir, "postgres");
  if (!account) return { folder: inside, moved: false };
  chmodSync(dataDir, 0o755);
  if (can(account, "-x", dataDir)) return { folder: inside, moved: false };
  return { folder: join(outsideFolder(dataDir), "postgres"), moved: true };
}

/** Makes an empty folder that belongs to the account, readable by nobody else. */
export function ownFolder(folder, account) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

/** The binaries' folder, or a copy of it when the account cannot read where npm put them. */
export function readableNative(native, account) {
  if (
    !account ||
    (can(account, "-x", join(native, "bin", "postgres")) &&
      can(account, "-r", join(native, "share", "postgresql", "postgres.bki")))
  ) {
    return { native, copied: false };
  }
  const home = outsideFolder(dirname(native));
  const copy = join(home, `native-${packageVersion(native)}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    openToAll(half);
    try {
      renameSync(half, copy);
    } catch {
      // Another process was faster; its copy is as good.
      rmSync(half, { recursive: true, force: true });
    }
  }
  return { native: copy, copied: true };
}

function openToAll(folder) {
  const { status } = spawnSync("chmod", ["-R", "a+rX", folder]);
  if (status !== 0) throw new Error(`Could not open ${folder} to the account that runs PostgreSQL.`);
}
