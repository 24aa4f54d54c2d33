import { parseDecimal } from "@/lib/domain/kernel/money";
import { type Page, pageWindow, toPage } from "@/lib/domain/kernel/page";
import type { StaffPlanView } from "../staff-types";

interface AskedPlans {
  page: number;
  pageSize: number;
  sort: string;
  direction: "asc" | "desc";
  search: string;
  filters: Record<string, string>;
}

/** Above every limit: no limit sorts last. */
const UNLIMITED = 1n << 80n;

const SORTS: Record<string, (plan: StaffPlanView) => string | bigint> = {
  name: ({ name }) => name,
  tier: ({ tier }) => tier,
  price: ({ priceUsd }) => parseDecimal(priceUsd) ?? 0n,
  days: ({ durationDays }) => BigInt(durationDays),
  traffic: ({ trafficBytes }) => (trafficBytes === null ? UNLIMITED : BigInt(trafficBytes)),
  devices: ({ maxDevices }) => BigInt(maxDevices),
  live: ({ live }) => BigInt(live),
  state: ({ isActive }) => (isActive ? 0n : 1n),
  sort: ({ sort }) => BigInt(sort),
};

const collator = new Intl.Collator("en", { numeric: true });

function compare(a: string | bigint, b: string | bigint): number {
  if (typeof a === "bigint" && typeof b === "bigint") return a < b ? -1 : a > b ? 1 : 0;
  return collator.compare(String(a), String(b));
}

/** The plans that a list asks for, in its order: by name in any language or group, and by state. */
export function matchingPlans(
  plans: readonly StaffPlanView[],
  { sort, direction, search, filters }: Omit<AskedPlans, "page" | "pageSize">,
): StaffPlanView[] {
  const words = search.toLowerCase();
  const key = SORTS[sort] ?? (({ name }: StaffPlanView) => name);
  const turn = direction === "desc" ? -1 : 1;
  return plans
    .filter(({ isActive }) => !filters.state || isActive === (filters.state === "offered"))
    .filter(({ name, nameFa, namePt, tier }) =>
      [name, nameFa, namePt, tier].some((text) => text.toLowerCase().includes(words)),
    )
    .toSorted((a, b) => turn * compare(key(a), key(b)));
}

/** One page of them. */
export function planPage(plans: readonly StaffPlanView[], asked: AskedPlans): Page<StaffPlanView> {
  const found = matchingPlans(plans, asked);
  const { offset, pageSize } = pageWindow(found.length, asked);
  return toPage(found.slice(offset, offset + pageSize), found.length, asked);
}
