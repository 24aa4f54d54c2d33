import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { browserArguments, ensureBrowser, findBrowser } from "./browser.mjs";
import { ROOT } from "./project.mjs";

// Visits every page in every language, theme and width, and leaves contact sheets of each corner.
// One corner at a time: --locale fa --theme dark --width 390; one page or a family: --page /admin/vpn.
// What else is given goes to Playwright.

const SHEETS = join(ROOT, "tests/.output/check-pages");
const CHOICES = { locale: ["en", "fa", "pt-BR"], theme: ["light", "dark"], width: ["1280", "390"] };
const text = { type: "string" };

const { values, tokens } = parseArgs({
  options: { locale: text, theme: text, width: text, page: text },
  strict: false,
  tokens: true,
});
const own = new Set(["locale", "theme", "width", "page"]);
const others = tokens
  .filter((token) => token.kind !== "option" || !own.has(token.name))
  .map((token) =>
    token.kind === "option" ? token.rawName + (token.inlineValue ? `=${token.value}` : "") : token.value,
  )
  .filter((each) => each !== undefined);

const chosen = (name) => (values[name] === undefined ? CHOICES[name] : [values[name]]);
for (const name of Object.keys(CHOICES)) {
  if (chosen(name).some((value) => !CHOICES[name].includes(value)))
    throw new Error(`--${name} is one of ${CHOICES[name].join(", ")}`);
}
const CORNERS = chosen("locale").flatMap((locale) =>
  chosen("theme").flatMap((theme) => chosen("width").map((width) => `${locale}-${theme}-${width}`)),
);

const tile = (folder, file) =>
  `<figure><figcaption>${file}</figcaption><img src="${pathToFileURL(join(SHEETS, folder, file))}"></figure>`;

/** Few enough on a sheet that a word can be read: five in hand, three on a desk. */
const shapeOf = (folder) => (folder.endsWith("390") ? { each: 10, width: 274 } : { each: 6, width: 465 });

function sheet(folder, files) {
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 8px; font: 12px sans-serif; display: flex; flex-wrap: wrap; gap: 10px; background: #888 }
    figure { margin: 0; width: ${shapeOf(folder).width}px } img { width: 100%; max-height: 900px; object-fit: cover; object-position: top }
  </style>${files.map((file) => tile(folder, file)).join("")}`;
}

async function drawSheets() {
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? undefined,
    args: browserArguments(),
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  for (const folder of CORNERS.filter((corner) => existsSync(join(SHEETS, corner)))) {
    const files = readdirSync(join(SHEETS, folder)).sort();
    const { each } = shapeOf(folder);
    for (let start = 0; start < files.length; start += each) {
      const number = start / each + 1;
      const html = join(SHEETS, `${folder}-${number}.html`);
      writeFileSync(html, sheet(folder, files.slice(start, start + each)));
      await page.goto(pathToFileURL(html).href, { waitUntil: "load" });
      await page.screenshot({ path: join(SHEETS, `${folder}-${number}.png`), fullPage: true });
      rmSync(html);
    }
  }
  await browser.close();
}

await ensureBrowser();
for (const corner of values.page === undefined ? CORNERS : [])
  rmSync(join(SHEETS, corner), { recursive: true, force: true });
const cli = join(ROOT, "node_modules/playwright/cli.js");
const args = [cli, "test", "--config", "tests/check-pages.config.ts", ...others];
const env = { ...process.env, CHECK_PAGES_CORNERS: CORNERS.join(" "), CHECK_PAGES_PAGE: values.page ?? "" };
const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit", env });
await drawSheets();
console.log(`Contact sheets: ${SHEETS}`);
process.exitCode = status ?? 1;
