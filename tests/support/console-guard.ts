import { afterEach } from "vitest";

/** What nobody expected. A test that expects an error on the console puts its own spy there. */
let unexpected: string[] = [];

console.error = (...parts: unknown[]) => {
  unexpected.push(
    parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(" "),
  );
};

afterEach(() => {
  const lines = unexpected;
  unexpected = [];
  if (lines.length > 0) throw new Error(`console.error was called:\n${lines.join("\n")}`);
});
