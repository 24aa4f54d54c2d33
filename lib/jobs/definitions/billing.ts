import { expireInvoices } from "@/lib/domain/billing/commands/expire-invoices";
import { processGatewayEvents } from "@/lib/domain/billing/commands/process-gateway-events";
import { refreshWaitingInvoices } from "@/lib/domain/billing/commands/refresh-invoice";
import { refreshRates } from "@/lib/domain/billing/commands/refresh-rates";
import { sendRefunds } from "@/lib/domain/billing/commands/send-refunds";
import { watchChain } from "@/lib/domain/billing/commands/watch-chain";
import type { JobDefinition } from "../job";

/** What keeps invoices, payments and refunds true. The rows hold what is due; each is safe to repeat. */
export const BILLING_JOBS: JobDefinition[] = [
  { name: "process-gateway-events", everyMs: 1_000, run: processGatewayEvents },
  { name: "refresh-waiting-invoices", everyMs: 10_000, run: refreshWaitingInvoices },
  { name: "expire-invoices", everyMs: 5_000, run: expireInvoices },
  { name: "watch-chain", everyMs: 2_000, run: watchChain },
  { name: "refresh-rates", everyMs: 30_000, run: refreshRates },
  { name: "send-refunds", everyMs: 2_000, run: sendRefunds },
];
