import { type Rule, under, violation } from "../scan/rule";
import { child, children, memberPath, nameOf, walk } from "../scan/walk";

const GOVERNED = under(
  "tests/unit/",
  "tests/integration/",
  "tests/api/",
  "tests/architecture/",
  "tests/faults/",
  "tests/cores/",
  "tests/e2e/",
);

/** Tests wait for a condition, never for a while; none is left out or run alone. */
export const deterministicTests: Rule = {
  name: "deterministic-tests",
  check: (files) =>
    files.filter(GOVERNED).flatMap((file) => {
      const found: ReturnType<Rule["check"]> = [];
      if (!file.tree) return found;
      walk(file.tree, (node, above) => {
        if (node.type !== "CallExpression") return;
        const path = memberPath(child(node, "callee")) ?? "";
        if (/(?:^|\.)(?:sleep|waitForTimeout)$/.test(path)) {
          found.push(violation(file, node.start, `${path}: wait for a condition instead`));
        }
        if (/^(?:it|test|describe)\.(?:only|todo|fixme)$/.test(path))
          found.push(violation(file, node.start, `${path} left behind`));
        const executor = above.find(
          (one) => one.type === "NewExpression" && nameOf(child(one, "callee")) === "Promise",
        );
        const delay = children(node, "arguments")[1];
        if (path === "setTimeout" && executor && delay?.type === "Literal" && Number(delay.value) > 250) {
          found.push(
            violation(file, node.start, `sleeps ${String(delay.value)} ms: wait for a condition instead`),
          );
        }
      });
      return found;
    }),
  broken: {
    "a sleep": [["tests/e2e/a.spec.ts", "await new Promise((done) => setTimeout(done, 1000));"]],
    "a sleep of Playwright": [["tests/e2e/a.spec.ts", "await page.waitForTimeout(500);"]],
    "a test that runs alone": [["tests/unit/a.test.ts", 'it.only("a", () => {});']],
  },
  fine: {
    "a limit, and a short pause between two looks": [
      [
        "tests/api/a.test.ts",
        "const t = setTimeout(fail, 5000);\nawait new Promise((done) => setTimeout(done, 20));",
      ],
    ],
  },
};
