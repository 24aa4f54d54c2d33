import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "../processes.mjs";
import { ROOT } from "../project.mjs";
import { runNode } from "../run/command.mjs";
import { ONE_FAILED, ONE_PASSED, tallyPlaywright, tallyVitest } from "./tally.mjs";

const OUTPUT = join(ROOT, "tests/.output");

const program = (path) => join(ROOT, "node_modules", path);

/** Runs to the end, whatever the end is. `options`: see a stage's in test.mjs. */
async function attempt(args, env, options) {
  try {
    return { ok: true, output: await runNode(args, { env: { ...process.env, ...env }, ...options }) };
  } catch (error) {
    return { ok: false, output: error.output ?? error.message };
  }
}

/** One or more commands that are right or wrong as a whole. */
export function check(...commands) {
  return async (options) => {
    for (const { args, env } of commands) {
      const { ok, output } = await attempt(args, env, options);
      if (!ok) return { ...ONE_FAILED, output };
    }
    return ONE_PASSED;
  };
}

/** Some work of our own that is right unless it throws. */
export function work(run) {
  return async () => {
    try {
      return { ...ONE_PASSED, note: await run() };
    } catch (error) {
      return { ...ONE_FAILED, output: error.output ?? error.message };
    }
  };
}

function report(name) {
  mkdirSync(OUTPUT, { recursive: true });
  const path = join(OUTPUT, `${name}.json`);
  rmSync(path, { force: true });
  return path;
}

/** What a runner said, and what it should not have skipped. */
function withOutput(tally, output) {
  if (tally.failed === 0) return tally;
  const skips = (tally.unexpected ?? []).map((title) => `Skipped, which CI does not allow: ${title}`);
  return { ...tally, output: [output, ...skips].join("\n") };
}

/** One project of tests/vitest.config.ts, or several; the first names the report. */
export function vitest(...projects) {
  return async (options) => {
    const path = report(projects[0]);
    const named = projects.flatMap((project) => ["--project", project]);
    const args = ["run", "--config", "tests/vitest.config.ts", ...named, "--passWithNoTests"];
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${path}`];
    const { ok, output } = await attempt(
      [program("vitest/vitest.mjs"), ...args, ...reporters],
      { NO_COLOR: "1" },
      options,
    );
    return withOutput(tallyVitest(readJson(path) ?? {}, !ok), output);
  };
}

/** The journeys in a real browser, against the built product. */
export function playwright() {
  return async (options) => {
    const path = report("e2e");
    const args = [
      "test",
      "--config",
      "tests/playwright.config.ts",
      "--reporter=list,json",
      "--pass-with-no-tests",
    ];
    const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: path, NO_COLOR: "1", FORCE_COLOR: undefined };
    const { ok, output } = await attempt([program("playwright/cli.js"), ...args], env, options);
    return withOutput(tallyPlaywright(readJson(path) ?? {}, !ok), output);
  };
}

const command = (args, env = {}) => ({ args, env });

export const biome = command([program("@biomejs/biome/bin/biome"), "check", "--error-on-warnings"]);
export const routeTypes = command([program("next/dist/bin/next"), "typegen"]);
/** It ends before its rubbish is worth collecting; two checkers know less twice than four. */
export const typescript = command([program("typescript/bin/tsc"), "--noEmit", "-p", ".", "--checkers", "2"], {
  GOGC: "off",
  GOMEMLIMIT: "3GiB",
});
export const knip = command([program("knip/bin/knip.js"), "--config", "tests/knip.json"]);
export const migrations = command(["scripts/new-migration.mjs", "--check"]);
