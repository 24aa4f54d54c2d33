import "server-only";
import { z } from "zod";
import { getDeps } from "@/lib/deps";
import { ownsKey } from "@/lib/domain/api-keys/queries/own-keys";
import { ownsInvoice } from "@/lib/domain/billing/queries/owns-invoice";
import { ownsWithdrawal } from "@/lib/domain/billing/queries/withdrawals";
import { customerScope } from "@/lib/domain/kernel/actor";
import { ownsOrder } from "@/lib/domain/numbers/queries/owns-order";
import { readExists, type Thing } from "@/lib/domain/overview/queries/exists";
import { ownsProject } from "@/lib/domain/projects/queries/own-projects";
import { ownsSubscription } from "@/lib/domain/vpn/queries/own-subscriptions";
import { getEndpoint } from "@/lib/domain/webhooks/queries/endpoints";
import { requireCustomer, requireStaff } from "./session";

/** Whether the back office has a page of this thing. */
export async function thingExists(thing: Thing, id: string): Promise<boolean> {
  const { actor } = await requireStaff("SUPPORT");
  return readExists(getDeps(), actor, thing, id);
}

/** Whether the person who looks has an order of this id. */
export async function ownOrderExists(id: string): Promise<boolean> {
  const { actor } = await requireCustomer();
  return z.uuid().safeParse(id).success && ownsOrder(getDeps(), customerScope(actor), id);
}

/** Whether the person who looks has an invoice of this id. */
export async function ownInvoiceExists(id: string): Promise<boolean> {
  const { actor } = await requireCustomer();
  return z.uuid().safeParse(id).success && ownsInvoice(getDeps(), customerScope(actor), id);
}

/** Whether the person who looks has a withdrawal of this id. */
export async function ownWithdrawalExists(id: string): Promise<boolean> {
  const { actor } = await requireCustomer();
  return z.uuid().safeParse(id).success && ownsWithdrawal(getDeps(), customerScope(actor), id);
}

/** Whether the person who looks has a subscription of this id. */
export async function ownSubscriptionExists(id: string): Promise<boolean> {
  const { actor } = await requireCustomer();
  return z.uuid().safeParse(id).success && ownsSubscription(getDeps(), customerScope(actor), id);
}

/** Whether the person who looks has a webhook endpoint of this id. */
export async function ownWebhookExists(id: string): Promise<boolean> {
  const { actor } = await requireCustomer();
  return z.uuid().safeParse(id).success && (await getEndpoint(getDeps(), customerScope(actor), id)) !== null;
}

/** Whether the person who looks has a project of this id. */
export async function ownProjectExists(id: string): Promise<boolean> {
  const { actor } = await requireCustomer();
  return z.uuid().safeParse(id).success && ownsProject(getDeps(), customerScope(actor), id);
}

/** Whether the person who looks has an API key of this id. */
export async function ownKeyExists(id: string): Promise<boolean> {
  const { actor } = await requireCustomer();
  return z.uuid().safeParse(id).success && ownsKey(getDeps(), customerScope(actor), id);
}
