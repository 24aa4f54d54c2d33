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
  readonly code: string;
  constructor(message: string, code = "invalid_input") {
    super(message);
    this.code = code;
  }
}

/** A refusal of the domain as a sentence; the code stays for programs. */
export function refused(code: string, words: Readonly<Record<string, string>>): CommandError {
  return new CommandError(words[code] ?? `This was refused (${code}).`, code);
}

/** Writes what went wrong to stderr: a sentence, or one JSON value for programs. */
export function printError(message: string, code: string, asJson: boolean): void {
  const text = asJson ? JSON.stringify({ error: { code, message } }) : message;
  process.stderr.write(`${text}\n`);
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
