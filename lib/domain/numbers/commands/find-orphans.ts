import type { UpstreamActivation } from "@/lib/domain/supply/ports";
import type { NumbersDeps } from "../ports";
import { findKnownActivations } from "../queries/unknown-purchases";

/** The activations of a supplier's list that no order of ours has. */
export async function findOrphans(
  deps: NumbersDeps,
  providerId: string,
  activations: UpstreamActivation[],
): Promise<UpstreamActivation[]> {
  const ids = activations.map(({ upstreamOrderId }) => upstreamOrderId);
  const known = await findKnownActivations(deps, providerId, ids);
  return activations.filter(({ upstreamOrderId }) => !known.has(upstreamOrderId));
}
