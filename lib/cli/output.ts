/** How a command ends: words for a person, a value for a program, and the exit code. */
export interface CommandOutcome {
  /** Lines for a person. What other programs read is the last one. */
  lines: string[];
  /** The same as one JSON value (--json). */
  json: unknown;
  exitCode?: number;
}

/** An expected failure of a command: its sentence goes to stderr and the exit code is 1. */
export class CommandError extends Error {
  readonly commandError = true;
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}

/** Writes the outcome to stdout, nothing else ever goes there. */
export function print(outcome: CommandOutcome, asJson: boolean): void {
  const text = asJson ? JSON.stringify(outcome.json, plain) : outcome.lines.join("\n");
  process.stdout.write(`${text}\n`);
  process.exitCode = outcome.exitCode ?? 0;
}
