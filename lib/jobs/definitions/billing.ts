import { expireInvoices } from "@/lib/domain/billing/commands/expire-invoices";
import { fetchMissedEvents } from "@/lib/domain/billing/commands/fetch-missed-events";
import { followGatewayEvents } from "@/lib/domain/billing/commands/follow-gateway-events";
import { refreshWaitingInvoices } from "@/lib/domain/billing/commands/refresh-invoice";
import { refreshRates } from "@/lib/domain/billing/commands/refresh-rates";
import { sendRefunds } from "@/lib/domain/billing/commands/send-refunds";
import { watchChain } from "@/lib/domain/billing/commands/watch-chain";
import type { JobDefinition } from "../job";

const DAY_MS = 86_400_000;

/** What keeps invoices, payments and refunds true. The rows hold what is due; each is safe to repeat. */
export const BILLING_JOBS: JobDefinition[] = [
  { name: "follow-gateway-events", everyMs: 1_000, run: followGatewayEvents },
  { name: "refresh-waiting-invoices", everyMs: 10_000, run: refreshWaitingInvoices },
  { name: "expire-invoices", everyMs: 5_000, run: expireInvoices },
  { name: "watch-chain", everyMs: 2_000, run: watchChain },
  { name: "refresh-rates", everyMs: 30_000, run: refreshRates },
  { name: "fetch-missed-events", everyMs: DAY_MS, firstAfterMs: 30_000, run: fetchMissedEvents },
  { name: "send-refunds", everyMs: 2_000, run: sendRefunds },
];
