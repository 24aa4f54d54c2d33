import { z } from "zod";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { canReadAllOrders } from "@/lib/domain/numbers/policy";

type ReadDeps = Pick<KernelDeps, "db">;
type Reader = (deps: ReadDeps, id: string) => Promise<unknown>;

const select = { id: true } as const;
const isUuid = (id: string) => z.uuid().safeParse(id).success;
const isNumber = (id: string) => /^\d{1,15}$/.test(id);

const BY_UUID = {
  user: ({ db }, id) => db.user.findUnique({ where: { id }, select }),
  order: ({ db }, id) => db.order.findUnique({ where: { id }, select }),
  service: ({ db }, id) => db.service.findUnique({ where: { id }, select }),
  country: ({ db }, id) => db.country.findUnique({ where: { id }, select }),
  invoice: ({ db }, id) => db.invoice.findUnique({ where: { id }, select }),
  transaction: ({ db }, id) => db.walletTransaction.findUnique({ where: { id }, select }),
  withdrawal: ({ db }, id) => db.withdrawal.findUnique({ where: { id }, select }),
  offer: ({ db }, id) => db.offer.findUnique({ where: { id }, select }),
  number: ({ db }, id) => db.phoneNumber.findUnique({ where: { id }, select }),
  provider: ({ db }, id) => db.provider.findUnique({ where: { id }, select }),
  priceDraft: ({ db }, id) => db.priceDraft.findUnique({ where: { id }, select }),
  vpnServer: ({ db }, id) => db.vpnServer.findUnique({ where: { id }, select }),
  subscription: ({ db }, id) => db.subscription.findUnique({ where: { id }, select }),
  plan: ({ db }, id) => db.plan.findUnique({ where: { id }, select }),
} satisfies Record<string, Reader>;

const BY_NUMBER = {
  ledgerAccount: ({ db }, id) => db.ledgerAccount.findUnique({ where: { id: BigInt(id) }, select }),
  ledgerTransaction: ({ db }, id) => db.ledgerTransaction.findUnique({ where: { id: BigInt(id) }, select }),
} satisfies Record<string, Reader>;

/** What the back office has a page of. */
export type Thing = keyof typeof BY_UUID | keyof typeof BY_NUMBER;

/** Whether there is one with this id; an id that is not well formed names nothing. */
export async function readExists(deps: ReadDeps, actor: Actor, thing: Thing, id: string): Promise<boolean> {
  if (!canReadAllOrders(actor)) return false;
  if (thing in BY_NUMBER)
    return isNumber(id) && (await BY_NUMBER[thing as keyof typeof BY_NUMBER](deps, id)) !== null;
  return isUuid(id) && (await BY_UUID[thing as keyof typeof BY_UUID](deps, id)) !== null;
}
