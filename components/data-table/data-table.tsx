import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { type NarrowPlace, Table, TableBody, TableCell, TableHead, TableRow } from "@/components/ui/table";

import {
  type ColumnDefinition,
  isFiltered,
  type TableDefinition,
  type TablePage,
  type TableState,
  tableQuery,
} from "@/lib/table/table-state";
import { ClearFilters } from "./clear-filters";
import { RowCheckbox } from "./row-checkbox";
import { SelectPage } from "./select-page";
import { SortHeader } from "./sort-header";
import { TableFooter } from "./table-footer";
import { TableToolbar } from "./table-toolbar";
import { UnknownWishes } from "./unknown-wishes";

export interface FilterWords {
  label: string;
  /** The choice that takes the filter away. */
  any?: string;
  /** The words of its values. */
  options?: Record<string, string>;
  /** The words of the headings over them. */
  groups?: Record<string, string>;
}

export interface TableWords<Key extends string> {
  caption: string;
  columns: Record<Key, string>;
  /** What the search looks at; without it there is no search field. */
  search?: string;
  /** By the filter's key. */
  filters?: Record<string, FilterWords>;
  /** Nothing is there, whatever the filters. */
  empty: { title: ReactNode; text?: ReactNode; action?: ReactNode };
}

interface ListProps<Row, Key extends string> {
  definition: TableDefinition<Key>;
  state: TableState<Key>;
  page: TablePage<Row>;
  /** The page's path, without language and query. */
  path: string;
  words: TableWords<Key>;
  /** Where the CSV of the filtered set is; the list's own query is put behind it. */
  exportPath?: string;
  /** What else the address holds and must keep. */
  keep?: Record<string, string>;
}

interface RowProps<Row, Key extends string> {
  rowKey(row: Row): string;
  cells: Record<Key, (row: Row) => ReactNode>;
  /** Where the cells stand in the card of a narrow screen; without it each has its line. */
  narrow?: Record<Key, NarrowPlace>;
  /** Choosing rows; `bar` is a BulkBar with the same form id. */
  bulk?: { formId: string; bar: ReactNode; selectLabel(row: Row): string; canSelect?(row: Row): boolean };
}

/** A long public list draws its rows in the browser: told the columns that are seen, it answers with all rows. */
interface DrawnRows<Key extends string> {
  drawRows(columns: Key[]): ReactNode;
}

export type DataTableProps<Row, Key extends string> = ListProps<Row, Key> &
  (RowProps<Row, Key> | DrawnRows<Key>);

/** A list with search, filters, sorting, columns, pages and CSV, all of it in the address. Works without scripts. */
export function DataTable<Row, Key extends string>(props: DataTableProps<Row, Key>) {
  const { definition, state, page, path, words, exportPath, keep = {} } = props;
  const bulk = "bulk" in props ? props.bulk : undefined;
  const href = (change: Partial<TableState<Key>> = {}) => {
    const query = new URLSearchParams({ ...keep, ...tableQuery(definition, state, change) });
    return query.size > 0 ? `${path}?${query}` : path;
  };
  const columns = definition.columns.filter((column) => state.columns.includes(column.key));
  const filtered = isFiltered(state);
  const isBare = page.rows.length === 0 && !filtered;
  const unknown = <UnknownWishes unknown={state.unknown} labels={words.filters ?? {}} />;
  if (isBare && state.unknown.length === 0) return <EmptyState {...words.empty} />;
  if (isBare)
    return (
      <section aria-label={words.caption} className="flex flex-col gap-3">
        {unknown}
        <EmptyState {...words.empty} />
      </section>
    );
  return (
    <section aria-label={words.caption} className="flex flex-col gap-3">
      <TableToolbar
        definition={definition}
        state={state}
        path={path}
        keep={keep}
        words={words}
        href={href}
        exportPath={exportPath}
      />
      {unknown}
      {page.rows.length === 0 ? (
        <ClearFilters href={href({ search: "", filters: {} })} />
      ) : (
        <>
          <Table caption={words.caption}>
            <TableHead>
              <tr>
                {bulk && (
                  <th scope="col" className="w-10 ps-4">
                    <SelectPage formId={bulk.formId} />
                  </th>
                )}
                {columns.map((column) => (
                  <SortHeader
                    key={column.key}
                    column={column}
                    state={state}
                    label={words.columns[column.key]}
                    href={(direction) => href({ sort: column.key, direction })}
                  />
                ))}
              </tr>
            </TableHead>
            <TableBody>
              {"drawRows" in props ? (
                props.drawRows(columns.map(({ key }) => key))
              ) : (
                <Rows {...props} columns={columns} />
              )}
            </TableBody>
          </Table>
          {bulk?.bar}
        </>
      )}
      <TableFooter page={page} state={state} href={href} />
    </section>
  );
}

function Rows<Row, Key extends string>({
  page,
  words,
  columns,
  rowKey,
  cells,
  narrow,
  bulk,
}: ListProps<Row, Key> & RowProps<Row, Key> & { columns: ColumnDefinition<Key>[] }) {
  return page.rows.map((row) => (
    <TableRow key={rowKey(row)} narrow={narrow !== undefined}>
      {bulk && (
        <td
          data-choice
          className="w-10 ps-4 align-middle max-md:absolute max-md:end-2 max-md:top-2 max-md:w-auto max-md:ps-0"
        >
          {(bulk.canSelect?.(row) ?? true) && (
            <RowCheckbox formId={bulk.formId} value={rowKey(row)} label={bulk.selectLabel(row)} />
          )}
        </td>
      )}
      {columns.map((column) => (
        <TableCell
          key={column.key}
          label={words.columns[column.key]}
          align={column.align}
          place={narrow?.[column.key]}
        >
          {cells[column.key](row)}
        </TableCell>
      ))}
    </TableRow>
  ));
}
