import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs that dial the links which the product makes, by the packages of Debian that bring them. */
const PACKAGES = {
  v2ray: "v2ray",
  trojan: "trojan",
  "ss-local": "shadowsocks-libev",
  wg: "wireguard-tools",
  "wg-quick": "wireguard-tools",
  "wireguard-go": "wireguard-go",
  ip: "iproute2",
  openssl: "openssl",
};
const INSTALL_MINUTES = 4;

/** Packages whose programs are not on the path. */
export function missingCores() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const isThere = (program) => folders.some((folder) => existsSync(join(folder, program)));
  return [
    ...new Set(Object.keys(PACKAGES).flatMap((program) => (isThere(program) ? [] : [PACKAGES[program]]))),
  ];
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", args, { env, stdio: "ignore", timeout: INSTALL_MINUTES * 60_000 });
}

/** Installs what is missing where that is possible. In CI what is missing then is an error, elsewhere a remark. */
export function ensureCores() {
  const wanted = missingCores();
  if (wanted.length > 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    apt("update");
    apt("install", "-y", "--no-install-recommends", ...wanted);
  }
  const missing = missingCores();
  if (missing.length === 0) return undefined;
  const words = `The links cannot be dialled without ${missing.join(", ")}: sudo apt-get install ${missing.join(" ")}`;
  if (["1", "true"].includes(process.env.CI ?? "")) throw new Error(words);
  return words;
}
