import { BILLING_JOBS } from "./definitions/billing";
import { checkLedgerJob } from "./definitions/check-ledger";
import { deliverSandboxMessagesJob } from "./definitions/deliver-sandbox-messages";
import { dispatchOutbox } from "./definitions/dispatch-outbox";
import { expireOrdersJob } from "./definitions/expire-orders";
import { pollUpstreamJob } from "./definitions/poll-upstream";
import { RECONCILE_JOBS } from "./definitions/reconcile";
import { refreshOfferStatisticsJob } from "./definitions/refresh-offer-statistics";
import { refreshSupplierOffersJob } from "./definitions/refresh-supplier-offers";
import { removeIdempotentAnswersJob } from "./definitions/remove-idempotent-answers";
import { removeMailMarksJob } from "./definitions/remove-mail-marks";
import { removePriceDraftsJob } from "./definitions/remove-price-drafts";
import { removeProviderCallsJob } from "./definitions/remove-provider-calls";
import { removeStaleIdentity } from "./definitions/remove-stale-identity-rows";
import { resolvePendingJob } from "./definitions/resolve-pending";
import { resumeClosingsJob } from "./definitions/resume-closings";
import { rollUpJob } from "./definitions/roll-up";
import { sealAuditJob } from "./definitions/seal-audit";
import { VPN_JOBS } from "./definitions/vpn";
import { watchRefundedJob } from "./definitions/watch-refunded";
import { WEBHOOK_JOBS } from "./definitions/webhooks";
import type { JobDefinition } from "./job";

/** Every job of the product. */
export const JOBS: JobDefinition[] = [
  expireOrdersJob,
  resumeClosingsJob,
  resolvePendingJob,
  pollUpstreamJob,
  watchRefundedJob,
  deliverSandboxMessagesJob,
  dispatchOutbox,
  refreshSupplierOffersJob,
  refreshOfferStatisticsJob,
  rollUpJob,
  ...BILLING_JOBS,
  ...RECONCILE_JOBS,
  ...VPN_JOBS,
  ...WEBHOOK_JOBS,
  checkLedgerJob,
  sealAuditJob,
  removeIdempotentAnswersJob,
  removeMailMarksJob,
  removePriceDraftsJob,
  removeProviderCallsJob,
  removeStaleIdentity,
];
