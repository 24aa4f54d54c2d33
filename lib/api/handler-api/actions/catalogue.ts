import type { ProtocolCountry } from "@/lib/domain/catalog/queries/protocol-names";
import { readShelf } from "@/lib/domain/catalog/queries/shelf";
import { countryName } from "@/lib/format/country";
import { fail, json } from "../answer";
import type { KeyedCall, OpenCall } from "../call";
import { countryOf, namesOf } from "../names";

/** The one supplier that we show: ourselves. */
export const OUR_PROVIDER = 1;
/** How long a number lives, seconds; some live longer. */
const USUAL_WINDOW_SECONDS = 1_200;

function countryRow({ legacyId, iso2, name, isSold }: ProtocolCountry) {
  return {
    id: legacyId,
    rus: countryName(iso2, "ru", name),
    eng: name,
    chn: countryName(iso2, "zh", name),
    visible: isSold ? 1 : 0,
    retry: 1,
    rent: 0,
    multiService: 0,
  };
}

/** getCountries: an object by the country's number. */
export async function countries(call: OpenCall) {
  const names = await namesOf(call);
  const rows = [...names.countries.values()];
  return json(Object.fromEntries(rows.map((country) => [country.legacyId, countryRow(country)])));
}

/** getServicesList: of one country where one is named. Brand names are the same in every language. */
export async function services(call: OpenCall) {
  const names = await namesOf(call);
  const country = call.get("country") === undefined ? null : countryOf(call, names);
  if (call.get("country") !== undefined && !country) return fail("BAD_COUNTRY");
  const rows = [...names.services.values()].filter(
    ({ countries: sold }) => !country || sold.has(country.legacyId),
  );
  return json({ status: "success", services: rows.map(({ code, name }) => ({ code, name })) });
}

/** getOperators: codes of mobile operators by the country's number. */
export async function operators(call: OpenCall) {
  const names = await namesOf(call);
  const asked = call.get("country");
  const country = countryOf(call, names);
  if (asked !== undefined && !country) return fail("OPERATORS_NOT_FOUND");
  const rows = (asked !== undefined && country ? [country] : [...names.countries.values()]).filter(
    (one) => one.operators.length > 0,
  );
  if (rows.length === 0) return fail("OPERATORS_NOT_FOUND");
  return json({
    status: "success",
    countryOperators: Object.fromEntries(rows.map((one) => [one.legacyId, one.operators])),
  });
}

/** getProviders: where the numbers come from is our business; integrators see one provider. */
export async function providers({ deps }: KeyedCall) {
  const { rows } = await readShelf(deps);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const [samples, delivered] = [sum((row) => row.sampleSize), sum((row) => row.withCode)];
  return json([
    {
      id: OUR_PROVIDER,
      name: "Patchbay",
      numbers_count: sum((row) => row.stock),
      delivery_percent: samples === 0 ? 0 : Math.round((100 * delivered) / samples),
      number_lifetime: USUAL_WINDOW_SECONDS,
    },
  ]);
}
