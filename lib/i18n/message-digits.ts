const PERSIAN = /[\u06f0-\u06f9]/g;

/** Words that show digits for their own sake. */
const SHOWN = new Set(["digitChoices"]);

function latin(value: unknown): unknown {
  if (typeof value === "string")
    return value.replace(PERSIAN, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
  return typeof value === "object" && value !== null
    ? withLatinDigits(value as Record<string, unknown>)
    : value;
}

/** The same sentences with the numbers that are written into them in Latin digits, for who prefers those. */
export function withLatinDigits(messages: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [key, SHOWN.has(key) ? value : latin(value)]),
  );
}
