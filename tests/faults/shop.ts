import { expect } from "vitest";
import type { Deps } from "@/lib/deps";
import { moveClock } from "@/lib/domain/kernel/business-time";
import type { UpstreamActivation } from "@/lib/domain/supply/ports";
import { checkLedger } from "@/lib/domain/wallet/queries";
import { seedShop, seedSupplierOffers } from "@/prisma/seed/shop";

/** Numbers of our own, allowed for one service in one country; sold before anything is bought upstream. */
export async function addOwnNumbers(
  { db, ids }: Deps,
  { service, country, count }: { service: string; country: string; count: number },
): Promise<string[]> {
  const { id: serviceId } = await db.service.findUniqueOrThrow({ where: { code: service } });
  const { id: countryId, phoneCode } = await db.country.findFirstOrThrow({ where: { iso2: country } });
  const { id: providerId } = await db.provider.findUniqueOrThrow({ where: { code: "own" } });
  const before = await db.phoneNumber.count();
  const numbers = Array.from({ length: count }, (_, index) => ({
    id: ids.uuid(),
    e164: `+${phoneCode}${String(7_000_000_000 + before + index)}`,
    countryId,
  }));
  await db.phoneNumber.createMany({ data: numbers });
  await db.phoneNumberService.createMany({
    data: numbers.map(({ id: phoneNumberId }) => ({
      id: ids.uuid(),
      phoneNumberId,
      serviceId,
      providerId,
      countryId,
    })),
  });
  return numbers.map(({ e164 }) => e164);
}

/** The demo's shop, its shelves of own numbers cleared: what is not added is bought upstream. */
export async function openShop(deps: Deps): Promise<void> {
  await deps.db.$transaction((tx) => seedShop(tx, deps), { timeout: 60_000 });
  await seedSupplierOffers(deps);
  await deps.db.phoneNumberService.deleteMany();
  await deps.db.provider.updateMany({ where: { code: "own" }, data: { priority: 1, isActive: true } });
}

/** Business time and the supplier's time go on together. */
export async function pass(deps: Deps, seconds: number): Promise<void> {
  const moved = await moveClock(deps, seconds);
  if (!moved.ok) throw new Error(moved.reason);
  const told = await deps.simulators.send("clock", { offsetSeconds: moved.offsetSeconds });
  if (!told) throw new Error("the simulators did not hear of the clock");
}

/** What the supplier says is live there. */
export async function liveUpstream(deps: Deps): Promise<UpstreamActivation[]> {
  const provider = await deps.db.provider.findUniqueOrThrow({ where: { code: "simulated" } });
  const { id, baseUrl, credentials } = provider;
  const answer = await deps.smsProviders
    .forProvider({ id, kind: "SMS_ACTIVATE", baseUrl, credentials })
    .listActive();
  if (answer.kind !== "ok") throw new Error(answer.error);
  return answer.activations;
}

/** Orders whose way is not decided: being connected, or being closed. */
export function countUnsettled({ db }: Deps): Promise<number> {
  return db.order.count({
    where: { endAt: null, OR: [{ status: "PENDING" }, { closingAt: { not: null } }] },
  });
}

/** Every rule of the ledger holds, each order's money says what its state says, and no money was made or lost. */
export async function expectSound(deps: Deps): Promise<void> {
  expect(await checkLedger(deps)).toMatchObject({ ok: true, problems: [] });
  const odd = await deps.db.$queryRaw<object[]>`
    SELECT o.number, o.status::text, h.status::text AS hold FROM orders o LEFT JOIN holds h ON h.id = o.hold_id
    WHERE h.id IS NULL OR (o.first_code_at IS NOT NULL) <> (h.status = 'CAPTURED')
      OR (o.end_at IS NOT NULL AND o.first_code_at IS NULL) <> (h.status = 'VOIDED')`;
  expect(odd).toEqual([]);
  const sold = await deps.db.$queryRaw<object[]>`
    SELECT phone_number_id FROM orders WHERE status IN ('PENDING', 'ACTIVE') AND phone_number_id IS NOT NULL
    GROUP BY phone_number_id, service_id HAVING count(*) > 1`;
  expect(sold).toEqual([]);
  const [money] = await deps.db.$queryRaw<{ customers: bigint; spent: bigint; deposited: bigint }[]>`
    SELECT
      (SELECT coalesce(sum(balance), 0)::bigint FROM ledger_accounts WHERE user_id IS NOT NULL) AS customers,
      (SELECT coalesce(sum(captured_micros), 0)::bigint FROM holds WHERE status = 'CAPTURED') AS spent,
      (SELECT coalesce(sum(amount_micros), 0)::bigint FROM wallet_transactions WHERE type = 'DEPOSIT') AS deposited`;
  expect((money?.customers ?? 0n) + (money?.spent ?? 0n)).toBe(money?.deposited);
}

/** Each running order that was bought is live upstream, once; nothing is live there that we do not know of. */
export async function expectAgreement(deps: Deps): Promise<void> {
  const live = await liveUpstream(deps);
  const ids = live.map(({ upstreamOrderId }) => upstreamOrderId);
  expect(new Set(ids).size).toBe(ids.length);
  const ours = await deps.db.order.findMany({
    where: { provider: { code: "simulated" }, upstreamOrderId: { not: null } },
    select: { upstreamOrderId: true, status: true },
  });
  const known = new Map(ours.map((order) => [order.upstreamOrderId, order.status]));
  expect(known.size).toBe(ours.length);
  expect(ids.filter((id) => !known.has(id))).toEqual([]);
  const running = ours
    .filter(({ status }) => status === "ACTIVE")
    .map(({ upstreamOrderId }) => upstreamOrderId);
  expect(running.filter((id) => id !== null && !ids.includes(id))).toEqual([]);
}
