import { spawn } from "node:child_process";
import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import lighthouse from "lighthouse";
import { chromium } from "playwright";
import { browserArguments, ensureBrowser, findBrowser } from "./browser.mjs";
import { freePort } from "./postgres/server.mjs";
import { ROOT } from "./project.mjs";

// Median of five runs of Lighthouse (mobile, throttled) for the pages that have a target, and the compressed JavaScript
// that each portal route loads. Measures the shop at PATCHBAY_URL, else one of its own: npm run lighthouse [-- --runs 1] [-- landing].

const CUSTOMER = { name: "customer@patchbay.test", password: "patchbay-demo" };
const ALL = { performance: 95, accessibility: 95, "best-practices": 95, seo: 95 };
const PAGES = [
  { name: "landing", path: "/", targets: ALL },
  { name: "pricing", path: "/pricing", targets: ALL },
  { name: "sign-in", path: "/sign-in", targets: ALL },
  { name: "buy", path: "/numbers", isSignedIn: true, targets: { performance: 90 } },
];
const PORTAL = [
  "/dashboard",
  "/numbers",
  "/numbers/history",
  "/wallet",
  "/settings",
  "/settings/security",
  "/settings/preferences",
];
const PORTAL_LIMIT = 170_000;
/** A shop's pages are asked for all day; its compiler knows them after some twenty times. */
const UNMEASURED_VISITS = 20;
const CATEGORIES = Object.keys(ALL);

const args = process.argv.slice(2);
const runs = args.includes("--runs") ? Number(args[args.indexOf("--runs") + 1]) : 5;
const wanted = args.filter((arg, at) => !arg.startsWith("--") && args[at - 1] !== "--runs");
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function startShop() {
  const port = String(await freePort());
  const child = spawn(process.execPath, [join(ROOT, "tests/support/launch-product.mjs")], {
    env: { ...process.env, PATCHBAY_TEST_PORT: port },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const origin = `http://localhost:${port}`;
  const isUp = () =>
    fetch(`${origin}/api/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!(await isUp())) {
    if (child.exitCode !== null) throw new Error("the shop could not be started");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return { origin, stop: () => child.kill("SIGTERM") };
}

async function signInCookie(browser, origin) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page
    .locator('input[autocomplete="username"], input[name="login"], input[type="email"]')
    .first()
    .fill(CUSTOMER.name);
  await page.locator('input[type="password"]').fill(CUSTOMER.password);
  await page.locator('main button[type="submit"], form button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
  const cookies = await context.cookies();
  await context.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

async function audit(url, port, headers, categories) {
  const result = await lighthouse(url, {
    port,
    output: "json",
    logLevel: "error",
    onlyCategories: categories,
    extraHeaders: headers,
    formFactor: "mobile",
  });
  if (!result) throw new Error(`Lighthouse said nothing about ${url}`);
  const { lhr } = result;
  const failed = Object.values(lhr.audits)
    .filter(
      ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== "informative",
    )
    .map(({ id, displayValue }) => (displayValue ? `${id} (${displayValue})` : id));
  const scores = Object.fromEntries(
    Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
  );
  const lcp = Math.round(lhr.audits["largest-contentful-paint"]?.numericValue ?? 0);
  return { scores, failed, lcp };
}

async function measurePages(origin, cookie, port) {
  const rows = [];
  for (const { name, path, isSignedIn, targets } of PAGES.filter((page) => isWanted(page.name))) {
    const headers = isSignedIn ? { cookie } : undefined;
    const results = [];
    // A server that has just begun still prepares itself: the first visits are not measured.
    for (let visit = 0; visit < UNMEASURED_VISITS; visit += 1) {
      const answer = await fetch(`${origin}${path}`, { headers });
      await answer.arrayBuffer();
    }
    await audit(`${origin}${path}`, port, headers, CATEGORIES);
    for (let run = 0; run < runs; run += 1) {
      results.push(await audit(`${origin}${path}`, port, headers, CATEGORIES));
    }
    const scores = Object.fromEntries(
      CATEGORIES.map((category) => [category, median(results.map((result) => result.scores[category]))]),
    );
    const below = Object.entries(targets).filter(([category, target]) => scores[category] < target);
    rows.push({
      page: name,
      ...scores,
      "LCP ms": median(results.map(({ lcp }) => lcp)),
      ok: below.length === 0,
    });
    if (below.length > 0)
      console.log(`${name}: ${[...new Set(results.flatMap(({ failed }) => failed))].join(", ")}`);
  }
  return rows;
}

const spent = () =>
  cpus().reduce(
    (sum, { times }) => ({
      idle: sum.idle + times.idle,
      all: sum.all + Object.values(times).reduce((one, other) => one + other),
    }),
    { idle: 0, all: 0 },
  );

const QUIET_SHARE = 0.85;
const QUIET_LOOKS = 4;
const LOOK_MS = 5_000;
const LONGEST_WAIT_MS = 180_000;

/** A shop that has just begun prepares itself for a minute or two, on the processor that the browser needs. */
async function waitForQuiet() {
  const end = Date.now() + LONGEST_WAIT_MS;
  for (let quiet = 0; quiet < QUIET_LOOKS && Date.now() < end; ) {
    const before = spent();
    await pause(LOOK_MS);
    const after = spent();
    quiet = (after.idle - before.idle) / (after.all - before.all) >= QUIET_SHARE ? quiet + 1 : 0;
  }
}

/** What a cold visit of a route loads and runs: its own scripts, and apart what was fetched ahead for other pages. */
async function measureScripts(browser, origin, cookie) {
  const rows = [];
  for (const path of PORTAL) {
    const context = await browser.newContext({ serviceWorkers: "block" });
    await context.setExtraHTTPHeaders({ cookie });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    const scripts = new Map();
    let bytes = 0;
    session.on(
      "Network.responseReceived",
      ({ requestId, type }) => type === "Script" && scripts.set(requestId, 0),
    );
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(`${origin}${path}`, { waitUntil: "load" });
    await page.waitForTimeout(3_000);
    rows.push({
      route: path,
      "JavaScript kB": Math.round(bytes / 100) / 10,
      files: scripts.size,
      ok: bytes < PORTAL_LIMIT,
    });
    await context.close();
  }
  return rows;
}

await ensureBrowser();
const given = process.env.PATCHBAY_URL;
const shop = given ? { origin: given.replace(/\/$/, ""), stop() {} } : await startShop();
const port = await freePort();
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: [...browserArguments(), `--remote-debugging-port=${port}`],
});
try {
  const cookie = await signInCookie(browser, shop.origin);
  const scripts = isWanted("scripts") ? await measureScripts(browser, shop.origin, cookie) : [];
  if (scripts.length > 0) console.table(scripts);
  await waitForQuiet();
  const pages = await measurePages(shop.origin, cookie, port);
  if (pages.length > 0) console.table(pages);
  process.exitCode = [...pages, ...scripts].every(({ ok }) => ok) ? 0 : 1;
} finally {
  await browser.close();
  shop.stop();
}
