import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { type NarrowPlace, Table, TableBody, TableCell, TableHead, TableRow } from "@/components/ui/table";

import {
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

export interface DataTableProps<Row, Key extends string> {
  definition: TableDefinition<Key>;
  state: TableState<Key>;
  page: TablePage<Row>;
  /** The page's path, without language and query. */
  path: string;
  rowKey(row: Row): string;
  words: TableWords<Key>;
  cells: Record<Key, (row: Row) => ReactNode>;
  /** Where the cells stand in the card of a narrow screen; without it each has its line. */
  narrow?: Record<Key, NarrowPlace>;
  /** Where the CSV of the filtered set is; the list's own query is put behind it. */
  exportPath?: string;
  /** What else the address holds and must keep. */
  keep?: Record<string, string>;
  /** Choosing rows; `bar` is a BulkBar with the same form id. */
  bulk?: { formId: string; bar: ReactNode; selectLabel(row: Row): string; canSelect?(row: Row): boolean };
}

/** A list with search, filters, sorting, columns, pages and CSV, all of it in the address. Works without scripts. */
export function DataTable<Row, Key extends string>(props: DataTableProps<Row, Key>) {
  const { definition, state, page, path, rowKey, words, cells, narrow, exportPath, keep = {}, bulk } = props;
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
              {page.rows.map((row) => (
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
              ))}
            </TableBody>
          </Table>
          {bulk?.bar}
        </>
      )}
      <TableFooter page={page} state={state} href={href} />
    </section>
  );
}
