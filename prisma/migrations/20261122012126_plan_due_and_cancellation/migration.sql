-- AlterTable
ALTER TABLE "invoices" ADD COLUMN     "plan_due_micros" BIGINT;

-- AlterTable
ALTER TABLE "subscriptions" ADD COLUMN     "canceled_at" TIMESTAMPTZ(3);

-- Those that were canceled before it was written down: the audit log knows when.
UPDATE "subscriptions" s SET "canceled_at" = COALESCE(
  (SELECT MAX(a."created_at") FROM "audit_events" a
   WHERE a."target_type" = 'subscription' AND a."target_id" = s."id"::text
     AND a."action" IN ('subscription.canceled', 'subscription.revoked')),
  s."updated_at")
WHERE s."status" = 'CANCELED';

-- Until now an invoice was made out for exactly what its plan took.
UPDATE "invoices" SET "plan_due_micros" = "amount_micros" WHERE "purpose" = 'PLAN';
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_plan_due" CHECK ("plan_due_micros" IS NULL OR ("plan_due_micros" > 0 AND "plan_due_micros" <= "amount_micros"));
