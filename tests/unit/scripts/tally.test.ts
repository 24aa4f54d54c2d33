import { afterEach, describe, expect, test, vi } from "vitest";
import { tallyPlaywright, tallyVitest } from "@/scripts/test/tally.mjs";

afterEach(() => vi.unstubAllEnvs());

const vitestReport = (...statuses: string[]) => ({
  testResults: [
    {
      status: "passed",
      assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
    },
  ],
});

describe("what vitest says", () => {
  test("counts each kind", () => {
    vi.stubEnv("CI", "");
    expect(tallyVitest(vitestReport("passed", "passed", "failed", "skipped"), true)).toMatchObject({
      passed: 2,
      failed: 1,
      skipped: 1,
    });
  });

  test("a file that could not be loaded is a failure", () => {
    const report = { testResults: [{ status: "failed", assertionResults: [] }] };
    expect(tallyVitest(report, true)).toMatchObject({ passed: 0, failed: 1 });
  });

  test("a run that ended badly without a failed test is a failure", () => {
    expect(tallyVitest(vitestReport("passed"), true)).toMatchObject({ passed: 1, failed: 1 });
    expect(tallyVitest({}, true)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("a second try", () => {
  const reason = "AssertionError: expected 1 to be 2";

  test("counts as passed and is named, with what went wrong at the first", () => {
    const tests = [
      { status: "passed", fullName: "at once", failureMessages: [] },
      { status: "passed", fullName: "at last", failureMessages: [`${reason}\n    at a.test.ts:3:1`] },
      { status: "failed", fullName: "never", failureMessages: [reason, reason] },
    ];
    const report = { testResults: [{ status: "failed", assertionResults: tests }] };
    expect(tallyVitest(report, true)).toMatchObject({
      passed: 2,
      failed: 1,
      retried: [{ title: "at last", reason }],
    });
  });

  test("is told by Playwright as flaky", () => {
    const tries = [{ error: { message: `\u001b[31m${reason}\u001b[39m\n\nCall log:` } }, {}];
    const spec = (title: string, status: string) => ({ title, tests: [{ status, results: tries }] });
    const report = {
      suites: [
        { specs: [spec("at last", "flaky"), spec("at once", "expected"), spec("never", "unexpected")] },
      ],
    };
    expect(tallyPlaywright(report, true)).toMatchObject({
      passed: 2,
      failed: 1,
      retried: [{ title: "at last", reason }],
    });
  });
});

describe("skipping", () => {
  const report = {
    testResults: [
      {
        status: "passed",
        assertionResults: [
          { status: "skipped", fullName: "a tunnel (may be skipped: no /dev/net/tun)" },
          { status: "skipped", fullName: "forgotten" },
        ],
      },
    ],
  };

  test("is counted at home and refused in CI unless the title allows it", () => {
    vi.stubEnv("CI", "");
    expect(tallyVitest(report, false)).toMatchObject({ failed: 0, skipped: 2 });
    vi.stubEnv("CI", "true");
    expect(tallyVitest(report, false)).toMatchObject({ failed: 1, skipped: 1, unexpected: ["forgotten"] });
  });
});

test("Playwright's nested suites are all counted, and errors outside tests too", () => {
  vi.stubEnv("CI", "");
  const spec = (status: string) => ({ title: status, tests: [{ status }] });
  const report = {
    suites: [{ specs: [spec("expected")], suites: [{ specs: [spec("unexpected"), spec("skipped")] }] }],
    errors: [{ message: "the server did not start" }],
  };
  expect(tallyPlaywright(report, true)).toMatchObject({ passed: 1, failed: 2, skipped: 1 });
});
