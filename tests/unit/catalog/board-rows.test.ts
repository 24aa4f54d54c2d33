import { expect, it } from "vitest";
import { boardRows } from "@/components/catalog/board-rows";
import { priceRow } from "./price-rows";

it("keeps the order of services and gives each country one place in all rows", () => {
  const rows = boardRows([
    priceRow("whatsapp", "BR"),
    priceRow("telegram", "US"),
    priceRow("telegram", "BR"),
    priceRow("whatsapp", "ID"),
  ]);
  expect(
    rows.map((row) => `${row.service.slug}: ${row.offers.map((offer) => offer.country.iso2).join(" ")}`),
  ).toEqual(["whatsapp: BR ID", "telegram: BR US"]);
});

it("says in how many countries it can be had", () => {
  const countries = ["BR", "US", "ID", "GB", "DE", "FR", "IN", "NG", "KE", "PL"];
  const [row] = boardRows(countries.map((iso2) => priceRow("whatsapp", iso2)));
  expect(row?.offers).toHaveLength(8);
  expect(row?.countries).toBe(countries.length);
});
