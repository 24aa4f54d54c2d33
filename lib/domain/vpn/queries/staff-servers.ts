import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { openingPoints } from "../opening-points";
import { pressure } from "../placement";
import { canSeeVpn } from "../policy";
import type { StaffPanelView, StaffServerDetail, StaffServerView } from "../staff-types";
import { serverWord } from "../subscription-words";
import { previewInbound } from "./inbound-preview";
import { templateOf } from "./inbound-template";
import { readPanelHistory } from "./panel-history";

type Reads = Pick<KernelDeps, "db">;

const PARTS = {
  panel: true,
  inbounds: { orderBy: [{ sort: "asc" }, { tag: "asc" }] },
} satisfies Prisma.VpnServerInclude;
type Row = Prisma.VpnServerGetPayload<{ include: typeof PARTS }>;

export const panelView = (panel: Row["panel"]): StaffPanelView => ({
  id: panel.id,
  version: panel.version,
  name: panel.name,
  kind: panel.kind,
  url: panel.url,
  options: panel.options,
  isActive: panel.isActive,
  detectedVersion: panel.detectedVersion,
  healthCode: panel.healthCode,
  healthText: panel.healthText,
  latencyMs: panel.latencyMs,
  probedAt: panel.probedAt?.toISOString() ?? null,
  failuresInRow: panel.failuresInRow,
  openUntil: panel.openUntil?.toISOString() ?? null,
  usageEpoch: panel.usageEpoch,
  createdAt: panel.createdAt.toISOString(),
  updatedAt: panel.updatedAt.toISOString(),
});

function serverView(row: Row): StaffServerView {
  const loadPercent = Math.min(100, pressure(row));
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    location: row.location,
    locationFa: row.locationFa,
    locationPt: row.locationPt,
    countryCode: row.countryCode,
    domain: row.domain,
    status: row.status,
    word: serverWord(row.status, loadPercent),
    isDraining: row.isDraining,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    maxUsers: row.maxUsers,
    currentUsers: row.currentUsers,
    loadPercent,
    multiplier: row.multiplier,
    sort: row.sort,
    protocols: [...new Set(row.inbounds.filter(({ isActive }) => isActive).map(({ protocol }) => protocol))],
    panel: panelView(row.panel),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** Every server with its panel, in the order customers see them. */
export async function listStaffServers(deps: Reads, actor: Actor): Promise<StaffServerView[]> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  const rows = await deps.db.vpnServer.findMany({
    include: PARTS,
    orderBy: [{ sort: "asc" }, { name: "asc" }],
  });
  return rows.map(serverView);
}

/** Every panel, also one that has no server yet. */
export async function listStaffPanels(deps: Reads, actor: Actor): Promise<StaffPanelView[]> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  return (await deps.db.vpnPanel.findMany({ orderBy: { name: "asc" } })).map(panelView);
}

async function cutSeconds(deps: Reads, panelId: string): Promise<StaffServerDetail["cutSeconds"]> {
  const [row] = await deps.db.$queryRaw<{ median: number | null; worst: number | null }[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median, max(seconds) AS worst
    FROM (SELECT extract(epoch FROM cut_at - revoked_at)::float8 AS seconds FROM subscription_credentials
          WHERE panel_id = ${panelId}::uuid AND cut_at IS NOT NULL AND revoked_at IS NOT NULL
          ORDER BY cut_at DESC LIMIT 100) newest`;
  return row && row.median !== null && row.worst !== null ? { median: row.median, worst: row.worst } : null;
}

/** One server with inbounds, previews, health history and what waits; null when there is none. */
export async function getStaffServer(
  deps: Reads,
  actor: Actor,
  id: string,
): Promise<StaffServerDetail | null> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  const row = await deps.db.vpnServer.findUnique({ where: { id }, include: PARTS });
  if (!row) return null;
  const { panelId } = row;
  const [history, [waiting], cut] = await Promise.all([
    readPanelHistory(deps, panelId),
    deps.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM subscription_credentials
      WHERE panel_id = ${panelId}::uuid AND desired_version <> actual_version`,
    cutSeconds(deps, panelId),
  ]);
  const inbounds = row.inbounds.map((inbound) => {
    const template = templateOf(inbound.template);
    const preview = template ? previewInbound(row, template) : null;
    return { id: inbound.id, tag: inbound.tag, isActive: inbound.isActive, template, preview };
  });
  return {
    ...serverView(row),
    inbounds,
    points: openingPoints({ ...row, inbounds }),
    ...history,
    waiting: waiting?.count ?? 0,
    cutSeconds: cut,
  };
}
