import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { ROOT } from "./project.mjs";

/** Chromium without windows goes first: it is what Playwright drives on its own, and journeys take a quarter less time in it. */
const WITHOUT_WINDOWS = ["chrome-headless-shell", "chromium-headless-shell"];
const WITH_WINDOWS = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];
const PLACES = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    join(process.env.PROGRAMFILES ?? "C:\\Program Files", "Google\\Chrome\\Application\\chrome.exe"),
    join(
      process.env["PROGRAMFILES(X86)"] ?? "C:\\Program Files (x86)",
      "Google\\Chrome\\Application\\chrome.exe",
    ),
  ],
};

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

function playwrightsOwn() {
  const { chromium } = createRequire(import.meta.url)("playwright");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/** Path of a Chromium that can be driven, or null. PATCHBAY_CHROMIUM goes before everything else. */
export function findBrowser() {
  const explicit = process.env.PATCHBAY_CHROMIUM;
  if (explicit) {
    if (!isProgram(explicit)) throw new Error(`PATCHBAY_CHROMIUM=${explicit} is not a program.`);
    return explicit;
  }
  return (
    onPath([...WITHOUT_WINDOWS, ...WITH_WINDOWS]) ??
    (PLACES[process.platform] ?? []).find(isProgram) ??
    playwrightsOwn() ??
    null
  );
}

const isRoot = () => process.getuid?.() === 0;

/** Switches that every run needs: no calls home, and no sandbox where root cannot have one. */
export function browserArguments() {
  const quiet = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
  ];
  return isRoot() ? [...quiet, "--no-sandbox"] : quiet;
}

/** What Playwright turns off (its chromiumSwitches): of two lists Chromium takes the last. */
const OFF_BY_PLAYWRIGHT = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "msForceBrowserSignIn",
  "msEdgeUpdateLaunchServicesPreferredVersion",
];
/** Each window draws the list below its address bar as a page of its own, which nobody sees, at twice what the window costs. */
const ADDRESS_BAR = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];

/** Switches of a browser that Playwright starts. */
export function drivenBrowserArguments() {
  return [...browserArguments(), `--disable-features=${[...OFF_BY_PLAYWRIGHT, ...ADDRESS_BAR].join(",")}`];
}

function runs(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { cwd: ROOT, env, stdio: "ignore", timeout: 5 * 60_000 }).status === 0;
}

/** Debian's own package, where the system may be changed. Others than Debian do not know it. */
function installDebians(name) {
  if (!isRoot() || !existsSync("/usr/bin/apt-get")) return;
  const install = () => runs("apt-get", ["install", "-y", "--no-install-recommends", name]);
  if (install()) return;
  runs("apt-get", ["update"]);
  install();
}

/**
 * Finds a Chromium or installs one: Debian's as root, else Playwright's own. Machines of CI are made anew for each run: they
 * get the one without windows even if they have another. Returns its path.
 */
export function ensureBrowser() {
  const isLighter = process.env.PATCHBAY_CHROMIUM || onPath(WITHOUT_WINDOWS);
  if (isLighter || (findBrowser() && !process.env.CI)) return findBrowser();
  installDebians("chromium-headless-shell");
  if (findBrowser()) return findBrowser();
  runs(process.execPath, [join(ROOT, "node_modules/playwright/cli.js"), "install", "chromium"]);
  if (!findBrowser()) installDebians("chromium");
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    "No Chromium was found and none could be installed. Install Chrome or Chromium, or name one in PATCHBAY_CHROMIUM.",
  );
}
