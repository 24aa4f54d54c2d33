import "server-only";
import { notFound } from "next/navigation";
import { getDeps } from "@/lib/deps";
import { readProviderServices } from "@/lib/domain/overview/queries/sums";
import { readOverviewRange } from "@/lib/domain/overview/range";
import { canManageProviders } from "@/lib/domain/supply/policy";
import { providerIdSchema } from "@/lib/domain/supply/provider-schema";
import { listProviderCalls } from "@/lib/domain/supply/queries/provider-calls";
import { getProvider, listProviders } from "@/lib/domain/supply/queries/providers";
import { requireStaff } from "./session";

/** Everybody we have numbers from. */
export async function loadProviders() {
  const { actor } = await requireStaff("SUPPORT");
  return { providers: await listProviders(getDeps(), actor), mayManage: canManageProviders(actor) };
}

/** One of them with what it did in 30 days and what was said to it last. */
export async function loadProvider(id: string) {
  const { actor } = await requireStaff("SUPPORT");
  const deps = getDeps();
  const parsed = providerIdSchema.safeParse({ id });
  const provider = parsed.success ? await getProvider(deps, actor, id) : null;
  if (!provider) notFound();
  const range = readOverviewRange({ range: "30" }, deps.clock.now());
  const [services, calls] = await Promise.all([
    readProviderServices(deps, actor, id, range),
    listProviderCalls(deps, { providerId: id }),
  ]);
  return { provider, services, calls, mayManage: canManageProviders(actor) };
}
