import { expireInvoices } from "@/lib/domain/billing/commands/expire-invoices";
import { processGatewayEvents } from "@/lib/domain/billing/commands/process-gateway-events";
import { refreshWaitingInvoices } from "@/lib/domain/billing/commands/refresh-invoice";
import { sendRefunds } from "@/lib/domain/billing/commands/send-refunds";
import type { JobDefinition } from "../job";

/** What keeps invoices, payments and refunds true. The rows hold what is due; each is safe to repeat. */
export const BILLING_JOBS: JobDefinition[] = [
  { name: "process-gateway-events", everyMs: 1_000, run: processGatewayEvents },
  { name: "refresh-waiting-invoices", everyMs: 10_000, run: refreshWaitingInvoices },
  { name: "expire-invoices", everyMs: 5_000, run: expireInvoices },
  { name: "send-refunds", everyMs: 2_000, run: sendRefunds },
];
