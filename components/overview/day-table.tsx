interface DayTableProps {
  caption: string;
  columns: readonly string[];
  /** The first cell is the day's name. */
  rows: readonly { key: string; cells: readonly string[] }[];
}

/** A chart's numbers as a table: narrow, for it stands folded under its picture and may have a year of rows. */
export function DayTable({ caption, columns, rows }: DayTableProps) {
  return (
    <table className="w-full text-xs">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-ink-2">
        <tr>
          {columns.map((column, index) => (
            <th
              key={column}
              scope="col"
              className={`py-1 font-medium ${index === 0 ? "text-start" : "text-end"}`}
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line tabular-nums">
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, index) =>
              index === 0 ? (
                <th key={columns[index]} scope="row" className="py-1 text-start font-normal">
                  {cell}
                </th>
              ) : (
                <td key={columns[index]} className="py-1 text-end">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
