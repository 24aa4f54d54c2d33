import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canManageProviders } from "../policy";
import type { SmsProvider, SmsProviders } from "../ports";
import { supplierFault } from "../supplier-fault";
import type { ProviderTest } from "../types";
import { saveProviderBalance } from "./save-supplier-offers";

/** Prices told of the one service that is looked at. */
const MAX_PRICES = 5;

type Deps = KernelDeps & { smsProviders: SmsProviders };

async function timed<T>(deps: Deps, work: Promise<T>): Promise<{ answer: T; ms: number }> {
  const startedAt = deps.clock.securityNow().getTime();
  const answer = await work;
  return { answer, ms: deps.clock.securityNow().getTime() - startedAt };
}

async function ask(
  deps: Deps,
  upstream: SmsProvider,
): Promise<ProviderTest & { balanceMicros: bigint | null }> {
  const balance = await timed(deps, upstream.balance());
  const catalog = await timed(deps, upstream.catalog());
  const offers = catalog.answer.kind === "ok" ? catalog.answer.offers : [];
  const service = offers[0]?.serviceCode ?? null;
  const errors = [balance, catalog].map(({ answer }) => (answer.kind === "ok" ? null : answer.error));
  return {
    fault: supplierFault(errors.find((error) => error !== null) ?? null),
    balanceMicros: balance.answer.kind === "ok" ? balance.answer.balanceMicros : null,
    balance: {
      ms: balance.ms,
      amount: balance.answer.kind === "ok" ? toDecimal(balance.answer.balanceMicros) : null,
      error: errors[0] ?? null,
    },
    prices: {
      ms: catalog.ms,
      offers: offers.length,
      service,
      first: offers
        .filter((offer) => offer.serviceCode === service)
        .slice(0, MAX_PRICES)
        .map((offer) => ({
          country: offer.countryLegacyId,
          cost: toDecimal(offer.costMicros),
          count: offer.count,
        })),
      error: errors[1] ?? null,
    },
  };
}

/**
 * Asks a provider for our balance and its prices now, and remembers the balance. What it answers is told without the
 * key. Refusals: forbidden, not_found, invalid_input (own stock, or no address or key).
 */
export async function testProvider(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Result<{ test: ProviderTest }>> {
  if (!canManageProviders(actor)) return refuse("forbidden");
  const provider = await deps.db.provider.findUnique({ where: { id } });
  if (!provider) return refuse("not_found");
  const { kind, baseUrl, credentials } = provider;
  if (kind === "OWN_STOCK" || !baseUrl || !credentials) return refuse("invalid_input");
  const { balanceMicros, ...test } = await ask(
    deps,
    deps.smsProviders.forProvider({ id, kind, baseUrl, credentials }),
  );
  if (balanceMicros !== null) await saveProviderBalance(deps, id, balanceMicros);
  const toldOrKnown = balanceMicros ?? provider.balanceMicros;
  await inTransaction(deps, (tx) =>
    writeAudit(tx, actor, {
      action: "provider.tested",
      targetType: "provider",
      targetId: id,
      before: { balance: provider.balanceMicros === null ? null : toDecimal(provider.balanceMicros) },
      after: {
        // Where it told none, the one that was known stays.
        balance: toldOrKnown === null ? null : toDecimal(toldOrKnown),
        offers: test.prices.offers,
        ms: test.balance.ms + test.prices.ms,
        error: test.balance.error ?? test.prices.error,
      },
    }),
  );
  return ok({ test });
}
