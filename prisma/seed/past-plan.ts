import { createRandom } from "@/lib/simulators/random";
import { COUNTRIES } from "@/lib/simulators/sms-upstream/countries";
import { writeText } from "@/lib/simulators/sms-upstream/texts";

/** An offer that has a past: what was sold there, in the order of the services' fame. */
export interface PastShelf {
  serviceId: string;
  serviceCode: string;
  serviceName: string;
  countryId: string;
  iso2: string;
  legacyId: number;
  priceMicros: bigint;
}

/** One finished order as the plan has it; times in seconds after the past began. */
export interface PastOrder {
  shelf: PastShelf;
  customer: number;
  startSeconds: number;
  phoneE164: string;
  /** Null: no code came, the window ran out or the customer gave up. */
  code: { code: string; text: string; waitSeconds: number } | null;
  endSeconds: number;
  isCanceled: boolean;
}

export const PAST_CUSTOMERS = 120;
export const PAST_DAYS = 28;

const SEED = 20_261;
const DAY_SECONDS = 86_400;
const WINDOW_SECONDS = 1_200;
const CANCEL_AFTER_SECONDS = 120;
/** Fewer than this say nothing about an offer. */
const FEWEST = 5;
/** How many more the best known service has in the country that buys most. */
const MOST = 26;
/** A few codes come within seconds, most within half a minute, some after minutes: the deviation of the logarithm. */
const SPREAD = 0.75;

/** How often a line brings a code, and how soon in the middle. */
interface Lines {
  rate: number;
  waitSeconds: number;
}

function linesOf(random: () => number): Lines {
  return { rate: 0.68 + random() * 0.27, waitSeconds: 9 + random() * 26 };
}

/** About normal: mean 0, deviation 1. */
function normal(random: () => number): number {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3);
}

function planOne(
  random: () => number,
  shelf: PastShelf,
  lines: Lines,
): Omit<PastOrder, "customer" | "startSeconds"> {
  const country = COUNTRIES[String(shelf.legacyId)];
  const phoneE164 = `+${country?.number(random) ?? "10000000000"}`;
  if (random() < lines.rate) {
    const waitSeconds = Math.max(
      3,
      Math.min(600, Math.round(lines.waitSeconds * Math.exp(normal(random) * SPREAD))),
    );
    const { code, text } = writeText(random, shelf.serviceCode, country?.language ?? "en");
    const endSeconds = waitSeconds + 5 + Math.floor(random() * 60);
    return { shelf, phoneE164, code: { code, text, waitSeconds }, endSeconds, isCanceled: false };
  }
  const isCanceled = random() < 0.6;
  const endSeconds = isCanceled ? CANCEL_AFTER_SECONDS + 10 + Math.floor(random() * 400) : WINDOW_SECONDS;
  return { shelf, phoneE164, code: null, endSeconds, isCanceled };
}

/** How many orders a shelf had: fame of the service and size of the country, both by their place in the list. */
function volumeOf(servicePlace: number, countryPlace: number): number {
  return FEWEST + Math.round(MOST / (1 + servicePlace * 0.45) / (1 + countryPlace * 0.3));
}

/**
 * The past orders of these shelves, the same at every seed: each country's and service's lines have their own rate and
 * speed, popular shelves more orders. In the order of their start; of one customer no two overlap.
 */
export function planPast(shelves: PastShelf[]): PastOrder[] {
  const random = createRandom(SEED);
  const services = [...new Set(shelves.map(({ serviceCode }) => serviceCode))];
  const countries = new Map(
    [...new Set(shelves.map(({ iso2 }) => iso2))].map((iso2) => [iso2, linesOf(random)]),
  );
  const places = [...countries.keys()];
  const planned = shelves.flatMap((shelf) => {
    const here = countries.get(shelf.iso2) ?? linesOf(random);
    const lines = {
      rate: Math.min(0.98, here.rate + (random() - 0.5) * 0.14),
      waitSeconds: here.waitSeconds * (0.75 + random() * 0.6),
    };
    const volume = volumeOf(services.indexOf(shelf.serviceCode), places.indexOf(shelf.iso2));
    return Array.from({ length: volume }, () => planOne(random, shelf, lines));
  });
  // Mixed over the weeks, then dealt to the customers one after the other.
  const mixed = planned.map((order) => ({ order, key: random() })).sort((a, b) => a.key - b.key);
  const step = (PAST_DAYS * DAY_SECONDS) / mixed.length;
  return mixed.map(({ order }, index) => ({
    ...order,
    customer: index % PAST_CUSTOMERS,
    startSeconds: Math.floor(index * step),
  }));
}
