import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFiltered, readTableState, type TableDefinition, tableQuery } from "@/lib/table/table-state";

type Key = "time" | "name" | "price" | "note";

const definition: TableDefinition<Key> = {
  name: "sample",
  columns: [
    { key: "time", sortable: true },
    { key: "name", sortable: true },
    { key: "price", optional: true, align: "end" },
    { key: "note", hidden: true },
  ],
  filters: [
    { key: "status", options: ["open", "closed"] },
    { key: "since", input: "date" },
  ],
  defaultSort: { column: "time", direction: "desc" },
};

describe("the state of a list, read from its address", () => {
  it("has defaults for an empty address, and an empty address for the defaults", () => {
    const state = readTableState(definition, {});
    expect(state).toEqual({
      page: 1,
      pageSize: 25,
      sort: "time",
      direction: "desc",
      search: "",
      filters: {},
      unknown: [],
      columns: ["time", "name", "price"],
    });
    expect(tableQuery(definition, state)).toEqual({});
    expect(isFiltered(state)).toBe(false);
  });

  it("leaves out what cannot be", () => {
    const state = readTableState(definition, {
      page: "-3",
      size: "7",
      sort: "price",
      status: "elsewhere",
      columns: "note,secret",
      search: ["  two\0 words ", "ignored"],
    });
    expect(state).toMatchObject({ page: 1, pageSize: 25, sort: "time", filters: {}, search: "two words" });
    expect(state.columns, "columns that must stay do").toEqual(["time", "name", "note"]);
  });

  it("names what it did not understand", () => {
    const state = readTableState(definition, { status: "elsewhere", since: "2026-02-30", sort: "-price" });
    expect(state.filters).toEqual({});
    expect(state.unknown).toEqual([
      { key: "status", value: "elsewhere" },
      { key: "since", value: "2026-02-30" },
      { key: "sort", value: "-price" },
    ]);
    const fine = readTableState(definition, { status: "open", since: "2026-02-28", sort: "-name" });
    expect(fine.unknown).toEqual([]);
    expect(fine.filters).toEqual({ status: "open", since: "2026-02-28" });
  });

  it("starts at the first page when anything but the page or the columns changes", () => {
    const state = readTableState(definition, { page: "4", status: "open" });
    expect(tableQuery(definition, state)).toEqual({ status: "open", page: "4" });
    expect(tableQuery(definition, state, { page: 5 })).toMatchObject({ page: "5" });
    expect(tableQuery(definition, state, { columns: ["time", "name"] })).toMatchObject({ page: "4" });
    expect(tableQuery(definition, state, { sort: "name", direction: "asc" })).toEqual({
      status: "open",
      sort: "name",
    });
    expect(tableQuery(definition, state, { filters: {} })).toEqual({});
  });

  it("reads back every address it writes", () => {
    fc.assert(
      fc.property(
        fc.record({
          page: fc.integer({ min: 1, max: 500 }),
          size: fc.constantFrom("25", "50", "100"),
          sort: fc.constantFrom("time", "-time", "name", "-name"),
          search: fc.string({ maxLength: 40 }),
          status: fc.constantFrom("", "open", "closed"),
          columns: fc.constantFrom("time,name", "time,name,price", "time,name,price,note", "time,name,note"),
        }),
        (asked) => {
          const state = readTableState(definition, { ...asked, page: String(asked.page) });
          const again = readTableState(definition, new URLSearchParams(tableQuery(definition, state)));
          expect(again).toEqual(state);
        },
      ),
    );
  });
});
