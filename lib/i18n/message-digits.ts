const PERSIAN = /[\u06f0-\u06f9]/g;

/** By the sentences as they were read from their file: the same ones are the same object again, parsed once. */
const rewritten = new WeakMap<object, Record<string, unknown>>();

/** Words that show digits for their own sake. */
const SHOWN = new Set(["digitChoices"]);

function latin(value: unknown): unknown {
  if (typeof value === "string")
    return value.replace(PERSIAN, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
  if (typeof value !== "object" || value === null) return value;
  const known = rewritten.get(value);
  if (known) return known;
  const made = withLatinDigits(value as Record<string, unknown>);
  rewritten.set(value, made);
  return made;
}

/** The same sentences with the numbers that are written into them in Latin digits, for who prefers those. */
export function withLatinDigits(messages: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [key, SHOWN.has(key) ? value : latin(value)]),
  );
}
