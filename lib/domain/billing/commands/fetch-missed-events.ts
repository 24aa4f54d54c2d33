import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { PaymentGateway } from "@/lib/domain/payments/ports";
import type { BillingDeps } from "../ports";
import { noteGatewayHealth } from "./note-gateway-health";
import { receiveGatewayEvent } from "./receive-gateway-event";

const EVENT_GATEWAYS = ["stripe", "mercadopago"] as const satisfies readonly PaymentGateway["name"][];

/** Pages of one round: a gateway that always says there is more must not keep us for ever. */
const MAX_PAGES = 100;

/** How a gateway says that it does not know the place any more. */
const FORGOTTEN: ReadonlySet<string> = new Set(["gateway_not_found", "gateway_rejected"]);

const rowOf = (name: PaymentGateway["name"]) =>
  name === "stripe" ? ("STRIPE" as const) : ("MERCADOPAGO" as const);

async function remember(
  deps: Pick<KernelDeps, "db">,
  name: PaymentGateway["name"],
  read: { eventsCursor?: string | null; eventsReadAt?: Date; lastError: string | null },
): Promise<void> {
  await deps.db.gatewayCursor.upsert({
    where: { gateway: rowOf(name) },
    create: { gateway: rowOf(name), ...read },
    update: read,
  });
}

/** Reads one gateway's list to its end, a page at a time; where it stopped is kept after each. Returns what was new. */
async function readGateway(deps: BillingDeps, gateway: PaymentGateway): Promise<number> {
  const known = await deps.db.gatewayCursor.findUnique({ where: { gateway: rowOf(gateway.name) } });
  let cursor = known?.eventsCursor ?? null;
  let fresh = 0;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await gateway.listEventsSince(cursor);
    // A cursor that has left the gateway's memory is asked for no more: the next round begins where its memory does.
    if (!answer.ok && cursor !== null && FORGOTTEN.has(answer.reason)) {
      deps.log.warn({ gateway: gateway.name, reason: answer.reason }, "the place in its events is forgotten");
      cursor = null;
      await remember(deps, gateway.name, { eventsCursor: null, lastError: answer.reason });
      continue;
    }
    if (!answer.ok) {
      await noteGatewayHealth(deps, gateway.name, answer.reason);
      await remember(deps, gateway.name, { lastError: answer.reason });
      deps.log.warn({ gateway: gateway.name, reason: answer.reason }, "missed events could not be fetched");
      return fresh;
    }
    for (const event of answer.events) {
      // What came in by hook is known by its id; the list tells less of it, and nobody signed it.
      const told = JSON.stringify({ source: "list", ...event });
      if (await receiveGatewayEvent(deps, gateway.name, event, told)) fresh += 1;
    }
    const hasMoved = answer.cursor !== cursor;
    cursor = answer.cursor || null;
    await remember(deps, gateway.name, {
      eventsCursor: cursor,
      eventsReadAt: deps.clock.securityNow(),
      lastError: null,
    });
    if (!answer.hasMore || !hasMoved) break;
  }
  return fresh;
}

/**
 * Fetches what gateways have told and never reached us. Each event is taken in as if it had come by hook, so one that
 * came is known already, and the gateway is asked for the truth of the rest. Returns how many were new.
 */
export async function fetchMissedEvents(deps: BillingDeps): Promise<number> {
  let fresh = 0;
  for (const name of EVENT_GATEWAYS) {
    const gateway = deps.paymentGateways.byName(name);
    if (gateway) fresh += await readGateway(deps, gateway);
  }
  return fresh;
}
