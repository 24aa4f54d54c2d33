import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright";
import { browserArguments, ensureBrowser, findBrowser } from "./browser.mjs";
import { ROOT } from "./project.mjs";

// Visits every page in every language, theme and width, and leaves a contact sheet of each corner.

const SHEETS = join(ROOT, "tests/.output/check-pages");
const PER_SHEET = 12;

const tile = (folder, file) =>
  `<figure><figcaption>${file}</figcaption><img src="${pathToFileURL(join(SHEETS, folder, file))}"></figure>`;

function sheet(folder, files) {
  const width = folder.endsWith("390") ? 240 : 460;
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 12px; font: 12px sans-serif; display: flex; flex-wrap: wrap; gap: 12px; background: #888 }
    figure { margin: 0; width: ${width}px } img { width: 100%; max-height: 700px; object-fit: cover; object-position: top }
  </style>${files.map((file) => tile(folder, file)).join("")}`;
}

async function drawSheets() {
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? undefined,
    args: browserArguments(),
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const folders = readdirSync(SHEETS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name: folder } of folders) {
    const files = readdirSync(join(SHEETS, folder)).sort();
    for (let start = 0; start < files.length; start += PER_SHEET) {
      const number = start / PER_SHEET + 1;
      const html = join(SHEETS, `${folder}-${number}.html`);
      writeFileSync(html, sheet(folder, files.slice(start, start + PER_SHEET)));
      await page.goto(pathToFileURL(html).href, { waitUntil: "load" });
      await page.screenshot({ path: join(SHEETS, `${folder}-${number}.png`), fullPage: true });
    }
  }
  await browser.close();
}

await ensureBrowser();
rmSync(SHEETS, { recursive: true, force: true });
const cli = join(ROOT, "node_modules/playwright/cli.js");
const args = [cli, "test", "--config", "tests/check-pages.config.ts", ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
await drawSheets();
console.log(`Contact sheets: ${SHEETS}`);
process.exitCode = status ?? 1;
