import { stripVTControlCharacters } from "node:util";

/** How a stage ended. A check is one test; a runner counts its own. */
export const ONE_PASSED = { passed: 1, failed: 0, skipped: 0 };
export const ONE_FAILED = { passed: 0, failed: 1, skipped: 0 };

/** CI lets a test be skipped only when its title says so, with the reason: "... (may be skipped: no /dev/net/tun)". */
const MAY_BE_SKIPPED = "(may be skipped:";

const strict = () => ["1", "true"].includes(process.env.CI ?? "");

/** What went wrong at the first try, in one line and without the colours of a terminal. */
const reasonOf = (text = "") => stripVTControlCharacters(text).trim().split("\n")[0];

function countSkipped(titles) {
  const unexpected = strict() ? titles.filter((title) => !title.includes(MAY_BE_SKIPPED)) : [];
  return { skipped: titles.length - unexpected.length, unexpected };
}

function combine({ passed, failed, skippedTitles, retried, ranBadly }) {
  const { skipped, unexpected } = countSkipped(skippedTitles);
  const crashed = ranBadly && failed === 0 ? 1 : 0;
  return { passed, failed: failed + unexpected.length + crashed, skipped, unexpected, retried };
}

/** From the JSON report of vitest. A file that could not be loaded counts as one failure; what passed and still tells of failures needed a second try. */
export function tallyVitest(report, ranBadly) {
  const files = report.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const broken = files.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return combine({
    passed: tests.filter((test) => test.status === "passed").length,
    failed: tests.filter((test) => test.status === "failed").length + broken.length,
    skippedTitles: tests
      .filter((test) => !["passed", "failed"].includes(test.status))
      .map((test) => test.fullName),
    retried: tests
      .filter((test) => test.status === "passed" && test.failureMessages?.length > 0)
      .map((test) => ({ title: test.fullName, reason: reasonOf(test.failureMessages[0]) })),
    ranBadly,
  });
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/** From the JSON report of Playwright. An error outside any test counts as one failure. */
export function tallyPlaywright(report, ranBadly) {
  const tests = (report.suites ?? [])
    .flatMap(specsOf)
    .flatMap((spec) => spec.tests.map((test) => ({ ...test, title: spec.title })));
  const of = (...wanted) => tests.filter((test) => wanted.includes(test.status));
  return combine({
    passed: of("expected", "flaky").length,
    failed: of("unexpected").length + (report.errors ?? []).length,
    skippedTitles: of("skipped").map((test) => test.title),
    retried: of("flaky").map(({ title, results }) => ({
      title,
      reason: reasonOf(results?.[0]?.error?.message),
    })),
    ranBadly,
  });
}
