import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CATEGORY_REASONS } from "@/lib/format/category-reasons";
import { readTsv } from "@/lib/table/tsv";

const DATA = join(process.cwd(), "prisma/seed/data");
const rows = (file: string) => readTsv(readFileSync(join(DATA, file), "utf8"));

/** A service as the reference data knows it. */
export interface ReferenceService {
  /** The SMS-Activate protocol's code. */
  code: string;
  slug: string;
  fiveSimName: string | null;
  name: string;
  category: string;
  aliases: string[];
  matchWords: string[];
  /** What a code for it costs in an average country; null: nobody offers it in the demo. */
  cents: number | null;
  prohibitedReason: string | null;
}

export interface ReferenceCountry {
  iso2: string;
  legacyId: number;
  isCanonical: boolean;
  nameEn: string;
  fiveSimName: string | null;
  phoneCode: string;
  operators: string[];
  /** In percent of the service's price; null: nothing is on offer there in the demo. */
  factor: number | null;
}

/** Classified by the reference data's category, not by a person. */
const PROHIBITED: Record<string, string> = CATEGORY_REASONS;

const words = (text: string | undefined) =>
  (text ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);

function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Every service that the protocols know, each with a slug of its own. */
export function readServices(): ReferenceService[] {
  const wellKnown = rows("well-known.tsv");
  const known = new Map(wellKnown.map((row) => [row.code, row]));
  const fame = new Map(wellKnown.map((row, index) => [row.code, index]));
  const taken = new Set<string>();
  const all = rows("sms-services.tsv");
  // The best known first: where two would have the same slug, they keep it.
  const placeOf = (code: string | undefined) => fame.get(code) ?? wellKnown.length;
  all.sort((a, b) => placeOf(a.code) - placeOf(b.code));
  return all.map(({ code = "", name = "", five_sim = "", category = "" }) => {
    const more = known.get(code);
    const wanted = five_sim || slugOf(more?.name ?? name) || code;
    const slug = taken.has(wanted) ? `${wanted}-${code}` : wanted;
    taken.add(slug);
    // The reference's own word decides what is prohibited; ours only sorts what it calls general.
    const shown = category === "general" || category === "" ? (more?.category ?? "general") : category;
    return {
      code,
      slug,
      fiveSimName: five_sim || null,
      name: more?.name ?? name,
      category: shown,
      aliases: words(more?.aliases),
      matchWords: words(more?.match),
      cents: more && !PROHIBITED[shown] ? Number(more.cents) : null,
      prohibitedReason: PROHIBITED[shown] ?? null,
    };
  });
}

/** Every country that the protocols know. Russia and the USA have two rows; one of them is canonical. */
export function readCountries(): ReferenceCountry[] {
  const factors = new Map(rows("shop-countries.tsv").map(({ iso2 = "", factor }) => [iso2, Number(factor)]));
  return rows("sms-countries.tsv").map((row) => {
    const isCanonical = row.canonical === "1";
    const iso2 = row.iso2 ?? "";
    return {
      iso2,
      legacyId: Number(row.id),
      isCanonical,
      nameEn: row.name ?? "",
      fiveSimName: row.five_sim || null,
      phoneCode: row.dial ?? "",
      operators: [...new Set(words(row.operators))],
      factor: isCanonical ? (factors.get(iso2) ?? null) : null,
    };
  });
}
