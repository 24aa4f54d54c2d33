import { z } from "zod";
import type { Plan, VpnServer } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { placeName } from "../location-name";
import { hasRoom, placeSubscription, pressure } from "../placement";
import { serverWord } from "../subscription-words";
import type { PlaceView, PlanLack, PlanView } from "../types";
import { type SpeakingServer, serversOf, speakingServers } from "./plan-places";

type Reads = Pick<KernelDeps, "db">;

const textsSchema = z.array(z.string()).catch([]);

/** A plan's name in the reader's language. */
export function planNameOf(plan: Pick<Plan, "name" | "nameFa" | "namePt">, locale: string): string {
  return (locale === "fa" ? plan.nameFa : locale === "pt-BR" ? plan.namePt : "") || plan.name;
}

/** Its features in the reader's language; English where nobody wrote others. */
function featuresOf(plan: Plan, locale: string): string[] {
  const own = locale === "fa" ? plan.featuresFa : locale === "pt-BR" ? plan.featuresPt : [];
  const texts = textsSchema.parse(own);
  return texts.length > 0 ? texts : textsSchema.parse(plan.features);
}

export function toPlace(server: VpnServer, locale: string, recommendedId: string | null): PlaceView {
  return {
    id: server.id,
    name: placeName(server, locale),
    countryCode: server.countryCode,
    word: serverWord(server.status, pressure(server)),
    loadPercent: Math.min(100, pressure(server)),
    isRecommended: server.id === recommendedId,
  };
}

/** Why nobody new finds a seat; null while somebody does. */
function lackOf(servers: readonly SpeakingServer[]): PlanLack | null {
  if (servers.some(hasRoom)) return null;
  if (servers.length === 0) return "none";
  return servers.every(({ status }) => status !== "ONLINE") ? "off" : "full";
}

function toPlan(plan: Plan, all: readonly SpeakingServer[], locale: string): PlanView {
  const servers = serversOf(plan, all);
  const recommended = placeSubscription(servers, plan.countryCodes)?.recommended ?? null;
  return {
    id: plan.id,
    familyId: plan.familyId,
    tier: plan.tier,
    name: planNameOf(plan, locale),
    price: toDecimal(plan.priceMicros),
    priceToman: plan.priceToman?.toString() ?? null,
    durationDays: plan.durationDays,
    trafficBytes: plan.trafficBytes?.toString() ?? null,
    maxDevices: plan.maxDevices,
    features: featuresOf(plan, locale),
    protocols: plan.protocols,
    isTrial: plan.isTrial,
    places: servers.map((server) => toPlace(server, locale, recommended)),
    openPlaces: servers.filter(hasRoom).length,
    lack: lackOf(servers),
  };
}

/** The plans on sale, in the shop's order. */
export async function listPlans(deps: Reads, locale: string): Promise<PlanView[]> {
  const [plans, servers] = await Promise.all([
    deps.db.plan.findMany({
      where: { isCurrent: true, isActive: true },
      orderBy: [{ sort: "asc" }, { durationDays: "asc" }, { priceMicros: "asc" }, { id: "asc" }],
    }),
    speakingServers(deps.db),
  ]);
  return plans.map((plan) => toPlan(plan, servers, locale));
}
