/**
 * Names a change together with all that is warned about it. Whoever confirms repeats this text, so that a confirmation is
 * good for the change and the warnings that were read, and for nothing else.
 */
export function warnedText(change: string, warnings: readonly string[]): string {
  return `${change} ${[...warnings].sort().join(",")}`;
}

/** Nothing is warned about, or just this change was confirmed with just these warnings. */
export function isConfirmed(change: string, warnings: readonly string[], confirmed: string): boolean {
  return warnings.length === 0 || confirmed === warnedText(change, warnings);
}
