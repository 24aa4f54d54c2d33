/** Rows of a table of tab-separated values by the names in its first line. Cells hold no tabs and no quotes. */
export function readTsv(text: string): Record<string, string>[] {
  const [head = "", ...lines] = text.replaceAll("\r", "").trimEnd().split("\n");
  const names = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(names.map((name, index) => [name, cells[index]?.trim() ?? ""]));
  });
}
