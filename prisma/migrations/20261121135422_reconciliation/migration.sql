-- CreateEnum
CREATE TYPE "MovementKind" AS ENUM ('RECEIPT', 'REFUND', 'REFUND_REVERSED', 'DISPUTE_WITHDRAWN', 'DISPUTE_REINSTATED');

-- CreateEnum
CREATE TYPE "ReconciliationStatus" AS ENUM ('RUNNING', 'COMPLETED', 'FAILED');

-- CreateEnum
CREATE TYPE "ReconciliationStep" AS ENUM ('ASKING_STRIPE', 'ASKING_MERCADOPAGO', 'ASKING_CHAIN', 'COMPARING', 'DONE');

-- CreateEnum
CREATE TYPE "FindingKind" AS ENUM ('CREDITED_TWICE', 'PAID_NOT_CREDITED', 'CREDITED_UNKNOWN', 'AMOUNT_DIFFERS', 'CURRENCY_DIFFERS', 'REFUND_UNSEEN', 'REFUND_UNKNOWN', 'DISPUTE_UNSEEN', 'DISPUTE_UNKNOWN', 'PAYMENT_WITHOUT_ENTRY', 'ENTRY_WITHOUT_PAYMENT', 'LEDGER_UNBALANCED', 'WALLET_DIFFERS', 'HOLD_WITHOUT_OWNER', 'CHAIN_NOT_BOOKED', 'TOTAL_DIFFERS');

-- CreateTable
CREATE TABLE "gateway_cursors" (
    "gateway" "Gateway" NOT NULL,
    "events_cursor" TEXT,
    "events_read_at" TIMESTAMPTZ(3),
    "movements_from" TIMESTAMPTZ(3),
    "movements_to" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gateway_cursors_pkey" PRIMARY KEY ("gateway")
);

-- CreateTable
CREATE TABLE "gateway_movements" (
    "gateway" "Gateway" NOT NULL,
    "kind" "MovementKind" NOT NULL,
    "object_id" TEXT NOT NULL,
    "invoice_id" UUID,
    "currency" TEXT NOT NULL,
    "amount" DECIMAL(36,18) NOT NULL,
    "fee" DECIMAL(36,18) NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gateway_movements_pkey" PRIMARY KEY ("gateway","kind","object_id")
);

-- CreateTable
CREATE TABLE "reconciled_addresses" (
    "invoice_id" UUID NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reconciled_addresses_pkey" PRIMARY KEY ("invoice_id")
);

-- CreateTable
CREATE TABLE "reconciliation_runs" (
    "id" UUID NOT NULL,
    "status" "ReconciliationStatus" NOT NULL,
    "step" "ReconciliationStep" NOT NULL,
    "requested_by_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "compared_ms" INTEGER,
    "entry_count" BIGINT,
    "movement_count" INTEGER,
    "finding_count" INTEGER,
    "new_count" INTEGER,
    "healed_count" INTEGER,
    "sources" JSONB NOT NULL DEFAULT '[]',
    "totals" JSONB NOT NULL DEFAULT '[]',
    "last_error" TEXT,

    CONSTRAINT "reconciliation_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reconciliation_findings" (
    "id" UUID NOT NULL,
    "kind" "FindingKind" NOT NULL,
    "subject" TEXT NOT NULL,
    "gateway" "Gateway",
    "ref_type" TEXT,
    "ref_id" TEXT,
    "user_id" UUID,
    "our_amount" DECIMAL(36,18),
    "our_currency" TEXT,
    "their_amount" DECIMAL(36,18),
    "their_currency" TEXT,
    "occurred_at" TIMESTAMPTZ(3),
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "reconciliation_findings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "gateway_movements_invoice_id_idx" ON "gateway_movements"("invoice_id");

-- CreateIndex
CREATE INDEX "gateway_movements_gateway_moved_at_idx" ON "gateway_movements"("gateway", "moved_at");

-- CreateIndex
CREATE INDEX "reconciliation_runs_started_at_idx" ON "reconciliation_runs"("started_at" DESC);

-- CreateIndex
CREATE INDEX "reconciliation_runs_requested_by_id_idx" ON "reconciliation_runs"("requested_by_id");

-- CreateIndex
CREATE INDEX "reconciliation_findings_user_id_idx" ON "reconciliation_findings"("user_id");

-- CreateIndex
CREATE INDEX "reconciliation_findings_resolved_at_first_seen_at_idx" ON "reconciliation_findings"("resolved_at", "first_seen_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "reconciliation_findings_kind_subject_key" ON "reconciliation_findings"("kind", "subject");

-- AddForeignKey
ALTER TABLE "reconciled_addresses" ADD CONSTRAINT "reconciled_addresses_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reconciliation_runs" ADD CONSTRAINT "reconciliation_runs_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reconciliation_findings" ADD CONSTRAINT "reconciliation_findings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must never be ----------------------------------------------------------------------------------------------
ALTER TABLE gateway_movements
  ADD CONSTRAINT gateway_movements_amount CHECK (amount > 0);
ALTER TABLE gateway_cursors
  ADD CONSTRAINT gateway_cursors_stretch CHECK ((movements_from IS NULL) = (movements_to IS NULL)
    AND (movements_from IS NULL OR movements_from <= movements_to));
ALTER TABLE reconciliation_runs
  ADD CONSTRAINT reconciliation_runs_ended CHECK ((status = 'RUNNING') = (finished_at IS NULL));
-- One at a time, whoever asks.
CREATE UNIQUE INDEX one_running_reconciliation ON reconciliation_runs ((true)) WHERE status = 'RUNNING';
