import { getFormatter, getTranslations } from "next-intl/server";
import type {
  previewClosing,
  previewExtension,
  previewMove,
  previewServerStatus,
} from "@/lib/domain/vpn/queries/decision-effects";
import type { ShelfEffect } from "@/lib/domain/vpn/queries/plan-shelf";

type EffectOf<Preview extends (...given: never[]) => Promise<unknown>> = Extract<
  Awaited<ReturnType<Preview>>,
  { ok: true; effect: unknown }
>["effect"];

const GIGABYTE = 1024 ** 3;
/** Keeps a name that may be written in any direction together within its sentence. */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** What putting a server into another state does, in sentences. */
export async function statusSentences(
  status: "ONLINE" | "OFFLINE" | "MAINTENANCE",
  isDraining: boolean,
  { people, withoutOther, unmet }: EffectOf<typeof previewServerStatus>,
): Promise<string[]> {
  const [t, tCheck, format] = await Promise.all([
    getTranslations("vpnDesk.effects"),
    getTranslations("vpnDesk.check"),
    getFormatter(),
  ]);
  if (status === "ONLINE" && unmet.length > 0)
    return [t("unverified", { points: format.list(unmet.map((point) => tCheck(point))) }), t("openAnyway")];
  if (status === "ONLINE") return [t("online", { n: people })];
  const lines = [t(status === "OFFLINE" ? "offline" : "maintenance", { n: people })];
  if (people === 0) return lines;
  lines.push(t("withoutOther", { n: withoutOther }));
  if (status === "MAINTENANCE") lines.push(t(isDraining ? "drained" : "notDrained"));
  return lines;
}

/** What days and traffic on top make of a subscription. */
export async function extensionSentences(effect: EffectOf<typeof previewExtension>): Promise<string[]> {
  const [t, format] = await Promise.all([getTranslations("vpnDesk.effects"), getFormatter()]);
  const at = (time: string) => format.dateTime(new Date(time), "short");
  const traffic = (bytes: string | null) =>
    bytes === null ? t("unlimited") : format.number(Number(bytes) / GIGABYTE, "gigabytes");
  const { before, after, from, opens } = effect;
  const isLonger = before.expiresAt !== after.expiresAt;
  const isMore = before.trafficBytes !== after.trafficBytes;
  return [
    ...(isLonger ? [t("until", { before: at(before.expiresAt), after: at(after.expiresAt) })] : []),
    ...(from ? [t("daysFrom", { from })] : []),
    ...(isMore
      ? [t("traffic", { before: traffic(before.trafficBytes), after: traffic(after.trafficBytes) })]
      : []),
    ...(isLonger || isMore || opens ? [] : [t("nothing")]),
    ...(opens ? [t("opens")] : []),
    t("free"),
  ];
}

/** What a move does. */
export async function moveSentences(effect: EffectOf<typeof previewMove>): Promise<string[]> {
  const t = await getTranslations("vpnDesk.effects");
  return [
    t("moved", { from: isolated(effect.from), to: isolated(effect.to) }),
    t(effect.otherPanel ? "otherPanel" : "samePanel"),
    t("room", { n: effect.room }),
  ];
}

/** What suspending, resuming or revoking does. */
export async function closingSentences(
  kind: "suspend" | "resume" | "revoke",
  effect: EffectOf<typeof previewClosing>,
): Promise<string[]> {
  const [t, format] = await Promise.all([getTranslations("vpnDesk.effects"), getFormatter()]);
  const until = format.dateTime(new Date(effect.expiresAt), "short");
  if (kind === "resume") return [t("resumed"), t("wentOn", { until })];
  const places = effect.locations.map(isolated).join(" · ");
  return [
    places ? t("closes", { n: effect.panels, places }) : t("closesNothing"),
    kind === "suspend"
      ? t("keepsSeats", { until })
      : t("loses", { worth: isolated(`${effect.worthUsd} USD`) }),
  ];
}

/** What taking a plan off the shelf or putting it back does. */
export async function shelfSentences(
  isActive: boolean,
  { live, renewing, gap }: ShelfEffect,
): Promise<string[]> {
  const [t, format] = await Promise.all([getTranslations("vpnDesk.effects"), getFormatter()]);
  if (isActive) {
    const empty = gap.emptyCountries;
    if (gap.places === 0) return [t("nobodyCanBuy")];
    return [t("offered"), ...(empty.length > 0 ? [t("empty", { countries: format.list(empty) })] : [])];
  }
  return [
    t("withdrawn"),
    t("keepPlan", { n: live }),
    ...(renewing > 0 ? [t("noRenewal", { n: renewing })] : []),
  ];
}
