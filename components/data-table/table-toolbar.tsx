import { Download, Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { DateField } from "@/components/ui/date-field";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { getPathname, Link } from "@/lib/i18n/navigation";
import {
  type FilterDefinition,
  isFiltered,
  type TableDefinition,
  type TableState,
  tableQuery,
} from "@/lib/table/table-state";
import { ColumnChooser } from "./column-chooser";
import type { FilterWords, TableWords } from "./data-table";
import { FilterForm } from "./filter-form";
import { SortChoice } from "./sort-choice";

interface TableToolbarProps<Key extends string> {
  definition: TableDefinition<Key>;
  state: TableState<Key>;
  path: string;
  keep: Record<string, string>;
  words: TableWords<Key>;
  href(change?: Partial<TableState<Key>>): string;
  exportPath?: string;
}

const DIRECTIONS = ["asc", "desc"] as const;

interface FilterFieldProps {
  filter: FilterDefinition;
  value: string;
  words: FilterWords | undefined;
}

function FilterField({ filter, value, words }: FilterFieldProps) {
  const t = useTranslations("table");
  const label = words?.label ?? filter.key;
  if (filter.input === "date")
    return <DateField label={label} name={filter.key} defaultValue={value} className="sm:w-34" />;
  if (!filter.options)
    return (
      <TextField
        label={label}
        name={filter.key}
        defaultValue={value}
        maxLength={100}
        className="w-full sm:w-28"
      />
    );
  const worded = (values: readonly string[]) =>
    values.map((value) => ({ value, label: words?.options?.[value] ?? value }));
  const options = filter.groups
    ? Object.entries(filter.groups).map(([group, values]) => ({
        label: words?.groups?.[group] ?? group,
        options: worded(values),
      }))
    : worded(filter.options);
  return (
    <Select
      label={label}
      name={filter.key}
      defaultValue={value}
      options={[{ value: "", label: words?.any ?? t("any") }, ...options]}
      className="w-full sm:w-auto sm:min-w-28 sm:max-w-40"
    />
  );
}

/** `className` says on which screens it stands. */
function ClearLink({ href, className }: { href: string; className: string }) {
  const t = useTranslations("table");
  return (
    <Link
      href={href}
      prefetch={false}
      className={`${className} min-h-9 pointer-coarse:min-h-11 items-center text-ink-2 text-sm underline underline-offset-2`}
    >
      {t("clearFilters")}
    </Link>
  );
}

/** Search and filters as a form that sends itself into the address, the columns, the CSV. */
export function TableToolbar<Key extends string>(props: TableToolbarProps<Key>) {
  const { definition, state, path, keep, words, href, exportPath } = props;
  const t = useTranslations("table");
  const locale = useLocale();
  const formId = useId();
  // The order has a field of its own.
  const { sort = "", ...own } = tableQuery(definition, state, { search: "", filters: {}, page: 1 });
  const choosable = definition.columns.filter((column) => column.optional || column.hidden);
  const query = tableQuery(definition, state, { page: 1 });
  const exportQuery = new URLSearchParams({ ...keep, ...query }).toString();
  const shown = definition.filters.filter((filter) => filter.input !== "hidden");
  const set: Record<string, string> = {};
  for (const { key, input } of definition.filters) {
    const value = state.filters[key];
    if (input === "hidden" && value) set[key] = value;
  }
  const days = definition.filters.filter((filter) => filter.input === "date");
  const field = (filter: FilterDefinition) => (
    <FilterField
      key={filter.key}
      filter={filter}
      value={state.filters[filter.key] ?? ""}
      words={words.filters?.[filter.key]}
    />
  );
  const hasFields = Boolean(words.search) || shown.length > 0;
  const orders = definition.columns
    .filter((column) => column.sortable && (state.columns.includes(column.key) || column.key === state.sort))
    .flatMap(({ key }) =>
      DIRECTIONS.map((direction) => ({
        value: tableQuery(definition, state, { sort: key, direction }).sort ?? "",
        label: t(direction, { column: words.columns[key] }),
      })),
    );
  return (
    <div className="flex flex-wrap items-end gap-2 max-sm:gap-3 print:hidden">
      {(hasFields || orders.length > 0) && (
        <FilterForm
          id={formId}
          // New values from the address (Clear, Back) start the form anew.
          key={JSON.stringify([state.search, state.filters])}
          action={getPathname({ href: path, locale })}
          isOpen={Object.keys(state.filters).length > 0}
          filtersLabel={t("filters")}
          search={
            words.search && (
              <div className="max-sm:min-w-0 max-sm:flex-1 sm:w-52">
                <TextField
                  label={words.search}
                  name="search"
                  type="search"
                  defaultValue={state.search}
                  maxLength={100}
                  autoComplete="off"
                  className="w-full"
                />
              </div>
            )
          }
          filters={
            shown.length > 0 && (
              <>
                {shown.filter((filter) => filter.input !== "date").map(field)}
                {days.length > 0 && (
                  // The two ends of a range stay side by side.
                  <div className="grid grid-cols-2 items-end gap-2 max-sm:col-span-2 sm:flex">
                    {days.map(field)}
                  </div>
                )}
              </>
            )
          }
        >
          {Object.entries({ ...keep, ...own, ...set }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button type="submit" variant="secondary" className={hasFields ? undefined : "md:hidden"}>
            <Search aria-hidden="true" className="size-4" />
            {t("apply")}
          </Button>
          {isFiltered(state) && (
            <ClearLink href={href({ search: "", filters: {} })} className="inline-flex max-sm:hidden" />
          )}
        </FilterForm>
      )}
      <div className="flex flex-wrap items-end gap-2 max-sm:w-full sm:ms-auto">
        {orders.length > 0 && <SortChoice form={formId} label={t("sortBy")} value={sort} options={orders} />}
        {choosable.length > 0 && (
          <ColumnChooser
            columns={choosable.map((column) => {
              const isVisible = state.columns.includes(column.key);
              const columns = definition.columns
                .map((candidate) => candidate.key)
                .filter((key) => (key === column.key ? !isVisible : state.columns.includes(key)));
              return {
                key: column.key,
                label: words.columns[column.key],
                isVisible,
                href: href({ columns }),
              };
            })}
          />
        )}
        {exportPath && (
          <a
            href={
              exportQuery ? `${exportPath}${exportPath.includes("?") ? "&" : "?"}${exportQuery}` : exportPath
            }
            download
            className={buttonStyle({ variant: "secondary" })}
          >
            <Download aria-hidden="true" className="size-4" />
            {t("csv")}
          </a>
        )}
        {hasFields && isFiltered(state) && (
          // Beside the search it would leave the search no room on a phone.
          <ClearLink href={href({ search: "", filters: {} })} className="ms-auto inline-flex sm:hidden" />
        )}
      </div>
    </div>
  );
}
