/** Where a key leads in a list of rows; null for a key that moves nothing. The ends are joined. */
export function rowByKey(key: string, from: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowDown") return (from + 1) % count;
  if (key === "ArrowUp") return (from - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

/**
 * The row whose name begins with the typed letters; -1 for none. One letter, or the same again and again, goes on to the
 * next such row; more letters may stay where they are.
 */
export function rowByLetters(names: readonly string[], from: number, typed: string): number {
  const [first = ""] = typed;
  const isRepeated = [...typed].every((letter) => letter === first);
  const wanted = (isRepeated ? first : typed).toLocaleLowerCase();
  const start = isRepeated ? from + 1 : from;
  for (let step = 0; step < names.length; step += 1) {
    const index = (start + step) % names.length;
    if (names[index]?.toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return -1;
}
