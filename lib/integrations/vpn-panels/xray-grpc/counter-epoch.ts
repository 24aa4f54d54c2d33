import type { PanelError } from "@/lib/domain/vpn/types";
import { panelError } from "../panel-error";
import type { CoreClient } from "./core-client";
import { byTag, type Counter, countersOf, markerOutbound, queryStats } from "./core-messages";

const MARKER = /^outbound>>>(patchbay-epoch-[0-9a-z]+-[0-9a-z]+)>>>traffic>>>/;

export const NO_MARKER =
  "The core does not count outbounds, so that its restarts could not be told from traffic. Set policy.system.statsOutboundUplink and statsOutboundDownlink to true.";

/** The oldest marker among the counters; null in a core that has none yet. */
export function markerAmong(counters: readonly Counter[]): string | null {
  const names = counters.map(({ name }) => MARKER.exec(name)?.[1]).filter((name) => name !== undefined);
  return names.sort()[0] ?? null;
}

/**
 * Leaves a name in the memory of the core: an outbound that nothing is routed to, whose counters are there until the core
 * ends. So one life of the counters has one name for every reader, which a clock could not give. Names begin with the time:
 * of two that came at once the older counts.
 */
export async function leaveMarker(
  client: CoreClient,
  name: { at: number; random: string },
): Promise<{ ok: true; epoch: string; counters: Counter[] } | { ok: false; error: PanelError }> {
  const found = await client.core();
  if (!found.ok) return found;
  const tag = `patchbay-epoch-${name.at.toString(36)}-${name.random}`;
  const added = await client.handler("AddOutbound", markerOutbound(found.core ?? "xray", tag));
  if (!added.ok) return added;
  const read = await client.stats("QueryStats", queryStats(""));
  if (!read.ok) return read;
  const counters = countersOf(read.payload);
  const epoch = markerAmong(counters);
  if (epoch) return { ok: true, epoch, counters };
  await client.handler("RemoveOutbound", byTag(tag));
  return { ok: false, error: panelError("validation", NO_MARKER) };
}
