-- CreateEnum
CREATE TYPE "InvoicePurpose" AS ENUM ('TOP_UP', 'PLAN');

-- CreateEnum
CREATE TYPE "InvoiceStatus" AS ENUM ('CREATED', 'PENDING', 'PAID', 'EXPIRED', 'REFUNDED', 'CANCELED');

-- CreateEnum
CREATE TYPE "InvoiceException" AS ENUM ('NONE', 'PAID_PARTIAL', 'PAID_LATE', 'PAID_OVER', 'UNCONFIRMED', 'MARKED');

-- CreateEnum
CREATE TYPE "PaymentStatus" AS ENUM ('CREATED', 'PENDING', 'DETECTED', 'CONFIRMED', 'SETTLED', 'FAILED', 'EXPIRED', 'REFUNDED');

-- CreateEnum
CREATE TYPE "DisputeState" AS ENUM ('NONE', 'OPEN', 'FUNDS_WITHDRAWN', 'FUNDS_REINSTATED', 'WON', 'LOST');

-- CreateEnum
CREATE TYPE "CryptoAsset" AS ENUM ('USDT', 'BTC');

-- CreateEnum
CREATE TYPE "CryptoNetwork" AS ENUM ('TRC20', 'BTC');

-- CreateEnum
CREATE TYPE "RefundStatus" AS ENUM ('PENDING', 'COMPLETED', 'FAILED');

-- CreateEnum
CREATE TYPE "WithdrawalStatus" AS ENUM ('REQUESTED', 'APPROVED', 'PAID', 'REFUSED', 'CANCELED');

-- CreateEnum
CREATE TYPE "WithdrawalMethod" AS ENUM ('USDT_TRC20', 'BTC', 'PIX');

-- CreateEnum
CREATE TYPE "StrayReason" AS ENUM ('WRONG_TOKEN', 'DUST', 'UNKNOWN_ADDRESS', 'AFTER_MONITORING', 'CURRENCY_DIFFERS', 'AMOUNT_DIFFERS', 'UNKNOWN_INVOICE');

-- CreateEnum
CREATE TYPE "StrayStatus" AS ENUM ('OPEN', 'MATCHED', 'CREDITED', 'DISMISSED');

-- CreateEnum
CREATE TYPE "AlertLevel" AS ENUM ('NOTICE', 'WARNING', 'CRITICAL');

-- AlterTable
ALTER TABLE "wallet_transactions" ADD COLUMN     "invoice_id" UUID;

-- CreateTable
CREATE TABLE "invoices" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" "InvoicePurpose" NOT NULL,
    "plan_id" UUID,
    "subscription_id" UUID,
    "gateway" "Gateway" NOT NULL,
    "payment_method" "PaymentMethod" NOT NULL,
    "status" "InvoiceStatus" NOT NULL,
    "exception" "InvoiceException" NOT NULL DEFAULT 'NONE',
    "amount_micros" BIGINT NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "fee_micros" BIGINT NOT NULL DEFAULT 0,
    "tax_micros" BIGINT NOT NULL DEFAULT 0,
    "credited_micros" BIGINT NOT NULL DEFAULT 0,
    "refunded_micros" BIGINT NOT NULL DEFAULT 0,
    "charge_currency" TEXT NOT NULL,
    "charge_amount" DECIMAL(36,18) NOT NULL,
    "rate" DECIMAL(30,12),
    "rate_sources" JSONB,
    "rate_fetched_at" TIMESTAMPTZ(3),
    "rate_locked_until" TIMESTAMPTZ(3),
    "asset" "CryptoAsset",
    "network" "CryptoNetwork",
    "address" TEXT,
    "derivation_index" INTEGER,
    "address_key_hash" TEXT,
    "amount_asset" DECIMAL(36,18),
    "tolerance_bps" INTEGER NOT NULL DEFAULT 0,
    "required_confirmations" INTEGER NOT NULL DEFAULT 0,
    "monitor_until" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "allowance_micros" BIGINT NOT NULL DEFAULT 0,
    "looked_at" TIMESTAMPTZ(3),
    "gateway_reference" TEXT,
    "gateway_url" TEXT,
    "pix_code" TEXT,
    "failure_code" TEXT,
    "seller" JSONB NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "canceled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "gateway" "Gateway" NOT NULL,
    "status" "PaymentStatus" NOT NULL,
    "gateway_payment_id" TEXT,
    "currency" TEXT NOT NULL,
    "amount" DECIMAL(36,18) NOT NULL,
    "rate" DECIMAL(30,12),
    "credited_micros" BIGINT NOT NULL DEFAULT 0,
    "refunded_micros" BIGINT NOT NULL DEFAULT 0,
    "failure_code" TEXT,
    "facts" JSONB,
    "dispute_state" "DisputeState" NOT NULL DEFAULT 'NONE',
    "dispute_id" TEXT,
    "dispute_reason" TEXT,
    "disputed_micros" BIGINT NOT NULL DEFAULT 0,
    "txid" TEXT,
    "output_index" INTEGER,
    "ordinal" INTEGER NOT NULL DEFAULT 0,
    "missing_since" TIMESTAMPTZ(3),
    "amount_asset" DECIMAL(36,18),
    "confirmations" INTEGER NOT NULL DEFAULT 0,
    "block_hash" TEXT,
    "block_height" INTEGER,
    "is_replaceable" BOOLEAN NOT NULL DEFAULT false,
    "replaced_by" TEXT,
    "inputs" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "detected_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_refunds" (
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "amount_micros" BIGINT NOT NULL,
    "status" "RefundStatus" NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by_id" UUID,
    "gateway_refund_id" TEXT,
    "failure_code" TEXT,
    "idempotency_key" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_refunds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withdrawals" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "user_id" UUID NOT NULL,
    "amount_micros" BIGINT NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "method" "WithdrawalMethod" NOT NULL,
    "destination" BYTEA NOT NULL,
    "status" "WithdrawalStatus" NOT NULL,
    "approvals_needed" INTEGER NOT NULL,
    "hold_id" BIGINT,
    "payout_reference" TEXT,
    "note" TEXT,
    "idempotency_key" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "withdrawals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withdrawal_approvals" (
    "withdrawal_id" UUID NOT NULL,
    "admin_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "withdrawal_approvals_pkey" PRIMARY KEY ("withdrawal_id","admin_id")
);

-- CreateTable
CREATE TABLE "unmatched_payments" (
    "id" UUID NOT NULL,
    "gateway" "Gateway" NOT NULL,
    "gateway_payment_id" TEXT NOT NULL,
    "reason" "StrayReason" NOT NULL,
    "status" "StrayStatus" NOT NULL DEFAULT 'OPEN',
    "asset" TEXT NOT NULL,
    "amount" DECIMAL(36,18) NOT NULL,
    "address" TEXT,
    "token_contract" TEXT,
    "invoice_id" UUID,
    "user_id" UUID,
    "credited_micros" BIGINT NOT NULL DEFAULT 0,
    "note" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unmatched_payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gateway_events" (
    "id" UUID NOT NULL,
    "gateway" "Gateway" NOT NULL,
    "event_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "is_verified" BOOLEAN NOT NULL DEFAULT true,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "last_error" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gateway_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gateway_states" (
    "method" "PaymentMethod" NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "minimum_micros" BIGINT NOT NULL,
    "maximum_micros" BIGINT NOT NULL,
    "fee_bps" INTEGER NOT NULL DEFAULT 0,
    "last_ok_at" TIMESTAMPTZ(3),
    "last_failure_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "failures_in_row" INTEGER NOT NULL DEFAULT 0,
    "events_read_to" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gateway_states_pkey" PRIMARY KEY ("method")
);

-- CreateTable
CREATE TABLE "rate_readings" (
    "id" BIGSERIAL NOT NULL,
    "pair" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "rate" DECIMAL(30,12) NOT NULL,
    "quoted_at" TIMESTAMPTZ(3) NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "rate_readings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "money_alerts" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" "AlertLevel" NOT NULL,
    "ref_type" TEXT,
    "ref_id" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,

    CONSTRAINT "money_alerts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wallet_freezes" (
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "payment_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "wallet_freezes_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "address_cursors" (
    "asset" "CryptoAsset" NOT NULL,
    "key_hash" TEXT NOT NULL,
    "next_index" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "address_cursors_pkey" PRIMARY KEY ("asset","key_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "invoices_number_key" ON "invoices"("number");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_address_key" ON "invoices"("address");

-- CreateIndex
CREATE INDEX "invoices_user_id_created_at_idx" ON "invoices"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "invoices_created_at_idx" ON "invoices"("created_at" DESC);

-- CreateIndex
CREATE INDEX "invoices_status_expires_at_idx" ON "invoices"("status", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_user_id_idempotency_key_key" ON "invoices"("user_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_gateway_gateway_reference_key" ON "invoices"("gateway", "gateway_reference");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_address_key_hash_derivation_index_key" ON "invoices"("address_key_hash", "derivation_index");

-- CreateIndex
CREATE INDEX "payments_invoice_id_idx" ON "payments"("invoice_id");

-- CreateIndex
CREATE INDEX "payments_created_at_idx" ON "payments"("created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "payments_gateway_gateway_payment_id_key" ON "payments"("gateway", "gateway_payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_refunds_idempotency_key_key" ON "payment_refunds"("idempotency_key");

-- CreateIndex
CREATE INDEX "payment_refunds_invoice_id_idx" ON "payment_refunds"("invoice_id");

-- CreateIndex
CREATE INDEX "payment_refunds_user_id_idx" ON "payment_refunds"("user_id");

-- CreateIndex
CREATE INDEX "payment_refunds_created_at_idx" ON "payment_refunds"("created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "payment_refunds_payment_id_gateway_refund_id_key" ON "payment_refunds"("payment_id", "gateway_refund_id");

-- CreateIndex
CREATE UNIQUE INDEX "withdrawals_number_key" ON "withdrawals"("number");

-- CreateIndex
CREATE UNIQUE INDEX "withdrawals_hold_id_key" ON "withdrawals"("hold_id");

-- CreateIndex
CREATE INDEX "withdrawals_status_created_at_idx" ON "withdrawals"("status", "created_at");

-- CreateIndex
CREATE INDEX "withdrawals_user_id_created_at_idx" ON "withdrawals"("user_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "withdrawals_user_id_idempotency_key_key" ON "withdrawals"("user_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "withdrawal_approvals_admin_id_idx" ON "withdrawal_approvals"("admin_id");

-- CreateIndex
CREATE INDEX "unmatched_payments_status_seen_at_idx" ON "unmatched_payments"("status", "seen_at" DESC);

-- CreateIndex
CREATE INDEX "unmatched_payments_invoice_id_idx" ON "unmatched_payments"("invoice_id");

-- CreateIndex
CREATE INDEX "unmatched_payments_user_id_idx" ON "unmatched_payments"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "unmatched_payments_gateway_gateway_payment_id_key" ON "unmatched_payments"("gateway", "gateway_payment_id");

-- CreateIndex
CREATE INDEX "gateway_events_received_at_idx" ON "gateway_events"("received_at" DESC);

-- CreateIndex
CREATE INDEX "gateway_events_gateway_object_id_idx" ON "gateway_events"("gateway", "object_id");

-- CreateIndex
CREATE UNIQUE INDEX "gateway_events_gateway_event_id_key" ON "gateway_events"("gateway", "event_id");

-- CreateIndex
CREATE INDEX "rate_readings_pair_source_fetched_at_idx" ON "rate_readings"("pair", "source", "fetched_at" DESC);

-- CreateIndex
CREATE INDEX "rate_readings_fetched_at_idx" ON "rate_readings"("fetched_at");

-- CreateIndex
CREATE UNIQUE INDEX "money_alerts_key_key" ON "money_alerts"("key");

-- CreateIndex
CREATE INDEX "money_alerts_resolved_at_last_seen_at_idx" ON "money_alerts"("resolved_at", "last_seen_at" DESC);

-- CreateIndex
CREATE INDEX "wallet_transactions_invoice_id_idx" ON "wallet_transactions"("invoice_id");

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_refunds" ADD CONSTRAINT "payment_refunds_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_refunds" ADD CONSTRAINT "payment_refunds_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_refunds" ADD CONSTRAINT "payment_refunds_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawal_approvals" ADD CONSTRAINT "withdrawal_approvals_withdrawal_id_fkey" FOREIGN KEY ("withdrawal_id") REFERENCES "withdrawals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawal_approvals" ADD CONSTRAINT "withdrawal_approvals_admin_id_fkey" FOREIGN KEY ("admin_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unmatched_payments" ADD CONSTRAINT "unmatched_payments_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unmatched_payments" ADD CONSTRAINT "unmatched_payments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wallet_freezes" ADD CONSTRAINT "wallet_freezes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wallet_transactions" ADD CONSTRAINT "wallet_transactions_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must never be ----------------------------------------------------------------------------------------------
ALTER TABLE invoices
  ADD CONSTRAINT invoices_amounts CHECK (amount_micros > 0 AND fee_micros >= 0 AND charge_amount > 0
    AND tax_micros BETWEEN 0 AND amount_micros + fee_micros),
  ADD CONSTRAINT invoices_refunds CHECK (credited_micros >= 0 AND refunded_micros BETWEEN 0 AND credited_micros),
  ADD CONSTRAINT invoices_refunded CHECK (status <> 'REFUNDED' OR (refunded_micros = credited_micros AND credited_micros > 0)),
  ADD CONSTRAINT invoices_crypto CHECK ((gateway = 'CRYPTO') = (asset IS NOT NULL) AND (asset IS NULL) = (network IS NULL)
    AND (gateway <> 'CRYPTO' OR (address IS NOT NULL AND amount_asset > 0 AND rate > 0 AND rate_locked_until IS NOT NULL)));
ALTER TABLE payments
  ADD CONSTRAINT payments_amounts CHECK (amount > 0 AND credited_micros >= 0 AND refunded_micros BETWEEN 0 AND credited_micros
    AND disputed_micros BETWEEN 0 AND credited_micros AND confirmations >= 0),
  ADD CONSTRAINT payments_credited_once_settled CHECK (credited_micros = 0 OR settled_at IS NOT NULL);
ALTER TABLE payment_refunds ADD CONSTRAINT payment_refunds_amount CHECK (amount_micros > 0);
ALTER TABLE withdrawals
  ADD CONSTRAINT withdrawals_amount CHECK (amount_micros > 0 AND approvals_needed BETWEEN 1 AND 2);
ALTER TABLE unmatched_payments ADD CONSTRAINT unmatched_payments_amount CHECK (amount >= 0 AND credited_micros >= 0);
ALTER TABLE gateway_states ADD CONSTRAINT gateway_states_limits CHECK (minimum_micros > 0 AND maximum_micros >= minimum_micros
  AND fee_bps BETWEEN 0 AND 2000);
ALTER TABLE rate_readings ADD CONSTRAINT rate_readings_rate CHECK (rate > 0);

-- A refund gives to the wallet, or out of it to where a payment came from.
ALTER TABLE wallet_transactions DROP CONSTRAINT wallet_transactions_sign,
  ADD CONSTRAINT wallet_transactions_sign CHECK (CASE
    WHEN type = 'DEPOSIT' THEN amount_micros > 0
    WHEN type = 'REFUND' THEN amount_micros > 0 OR (amount_micros < 0 AND invoice_id IS NOT NULL)
    WHEN type = 'ADJUSTMENT' THEN amount_micros <> 0
    ELSE amount_micros < 0 END);

CREATE TRIGGER invoices_kept BEFORE DELETE OR TRUNCATE ON invoices
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write('BI001', 'invoices are kept');
CREATE TRIGGER payments_kept BEFORE DELETE OR TRUNCATE ON payments
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write('BI001', 'payments are kept');
-- What was asked for stays as it was printed; a credited payment never moves to another invoice.
CREATE TRIGGER invoices_guard BEFORE UPDATE ON invoices FOR EACH ROW
  WHEN (NEW.id <> OLD.id OR NEW.number <> OLD.number OR NEW.user_id <> OLD.user_id OR NEW.gateway <> OLD.gateway
    OR NEW.amount_micros <> OLD.amount_micros OR NEW.currency <> OLD.currency OR NEW.seller <> OLD.seller
    OR NEW.credited_micros < OLD.credited_micros OR NEW.refunded_micros < 0
    OR (OLD.address IS NOT NULL AND NEW.address IS DISTINCT FROM OLD.address))
  EXECUTE FUNCTION refuse_write('BI002', 'an invoice stays as it was made');
CREATE TRIGGER payments_guard BEFORE UPDATE ON payments FOR EACH ROW
  WHEN (NEW.id <> OLD.id OR NEW.invoice_id <> OLD.invoice_id OR NEW.gateway <> OLD.gateway
    OR NEW.credited_micros < OLD.credited_micros)
  EXECUTE FUNCTION refuse_write('BI002', 'a payment stays with its invoice');

-- Looked at often, few at a time.
CREATE INDEX gateway_events_due ON gateway_events (next_attempt_at) WHERE processed_at IS NULL;
CREATE INDEX payment_refunds_due ON payment_refunds (next_attempt_at) WHERE status = 'PENDING';
CREATE INDEX invoices_watched ON invoices (looked_at NULLS FIRST) WHERE gateway = 'CRYPTO' AND monitor_until IS NOT NULL;
CREATE INDEX payments_disputed ON payments (updated_at DESC) WHERE dispute_state <> 'NONE';

-- The wallet's doors learn of invoices, other kinds of lines and frozen wallets ------------------------------------
DROP FUNCTION hold_place(uuid, bigint, text, text, text, integer, uuid, uuid, text);
DROP FUNCTION wallet_deposit(uuid, bigint, text, text, text, text, uuid, "WalletTransactionType", "Gateway", "PaymentMethod", text, text);
DROP FUNCTION wallet_take(uuid, bigint, text, text, text, text, boolean, uuid, "Gateway", "PaymentMethod", text);

-- Takes the amount from available into held and writes the customer's PENDING line. Not enough money: hold_id is null
-- and missing says how much; frozen: hold_id is null. The same owner asking again gets the same hold.
CREATE FUNCTION hold_place(
  p_user uuid, p_amount bigint, p_currency text, p_owner_type text, p_owner_id text, p_expires_in_seconds integer,
  p_line_id uuid, p_order_id uuid DEFAULT NULL, p_description text DEFAULT NULL,
  p_line_type "WalletTransactionType" DEFAULT 'PURCHASE', p_gateway "Gateway" DEFAULT 'INTERNAL',
  p_method "PaymentMethod" DEFAULT 'BALANCE', p_invoice_id uuid DEFAULT NULL,
  OUT hold_id bigint, OUT ledger_transaction_id bigint, OUT available bigint, OUT missing bigint, OUT frozen boolean)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  flag text;
  available_id bigint;
  held_id bigint;
  replayed boolean;
BEGIN
  IF p_amount <= 0 THEN
    RAISE EXCEPTION 'a hold needs an amount above zero' USING ERRCODE = '22023';
  END IF;
  SELECT a.id, a.balance,
      (SELECT h.id FROM ledger_accounts h WHERE h.user_id = p_user AND h.code = 'held' AND h.currency = p_currency)
    INTO available_id, available, held_id
    FROM ledger_accounts a WHERE a.user_id = p_user AND a.code = 'available' AND a.currency = p_currency
    FOR NO KEY UPDATE;
  available := coalesce(available, 0);
  -- A frozen wallet pays for nothing; what staff gives back to where it came from still goes.
  frozen := p_owner_type <> 'refund' AND EXISTS (SELECT 1 FROM wallet_freezes f WHERE f.user_id = p_user);
  IF frozen THEN
    missing := 0;
    RETURN;
  END IF;
  missing := greatest(p_amount - available, 0);
  IF missing > 0 THEN
    SELECT h.id, h.placed_by_tx_id INTO hold_id, ledger_transaction_id FROM holds h
      WHERE h.owner_type = p_owner_type AND h.owner_id = p_owner_id
        AND h.user_id = p_user AND h.amount_micros = p_amount AND h.currency = p_currency;
    RETURN;
  END IF;
  SELECT w.tx_id, w.replayed INTO ledger_transaction_id, replayed FROM ledger_write(
    'hold.placed', 'hold:' || p_owner_type || ':' || p_owner_id,
    ledger_request_hash(jsonb_build_array('hold.placed', available_id, p_amount, p_currency)),
    ARRAY[available_id, held_id], ARRAY[-p_amount, p_amount], p_currency, NULL, NULL, p_owner_type, p_owner_id, NULL) AS w;
  IF replayed THEN
    SELECT h.id INTO STRICT hold_id FROM holds h WHERE h.placed_by_tx_id = ledger_transaction_id;
    RETURN;
  END IF;
  available := available - p_amount;
  flag := set_config('patchbay.holding', 'on', true);
  INSERT INTO holds (user_id, currency, amount_micros, placed_by_tx_id, owner_type, owner_id, expires_at)
    VALUES (p_user, p_currency, p_amount, ledger_transaction_id, p_owner_type, p_owner_id,
      app_now() + make_interval(secs => p_expires_in_seconds))
    RETURNING id INTO hold_id;
  flag := set_config('patchbay.holding', '', true);
  INSERT INTO wallet_transactions
      (id, user_id, type, status, amount_micros, currency, gateway, payment_method, description, order_id, invoice_id, hold_id, ledger_transaction_id)
    VALUES (p_line_id, p_user, p_line_type, 'PENDING', -p_amount, p_currency, p_gateway, p_method, p_description,
      p_order_id, p_invoice_id, hold_id, ledger_transaction_id);
END $$;

-- Brings money in from outside ("ext:stripe"): debt is paid first, the rest is available. Writes the customer's line.
CREATE FUNCTION wallet_deposit(
  p_user uuid, p_amount bigint, p_currency text, p_source_code text, p_kind text, p_key text,
  p_line_id uuid, p_line_type "WalletTransactionType", p_gateway "Gateway", p_method "PaymentMethod",
  p_gateway_transaction_id text DEFAULT NULL, p_description text DEFAULT NULL,
  p_invoice_id uuid DEFAULT NULL, p_details jsonb DEFAULT NULL,
  OUT ledger_transaction_id bigint, OUT replayed boolean, OUT debt_paid bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  available_id bigint;
  debt_id bigint;
  accounts bigint[];
  amounts bigint[];
BEGIN
  IF p_amount <= 0 THEN
    RAISE EXCEPTION 'a deposit needs an amount above zero' USING ERRCODE = '22023';
  END IF;
  available_id := ledger_account_id(p_user, 'available', p_currency);
  -- Whoever changes debt holds this lock first.
  PERFORM 1 FROM ledger_accounts a WHERE a.id = available_id FOR NO KEY UPDATE;
  SELECT d.id, least(-d.balance, p_amount) INTO STRICT debt_id, debt_paid FROM ledger_accounts d
    WHERE d.user_id = p_user AND d.code = 'debt' AND d.currency = p_currency;
  accounts := ARRAY[ledger_account_id(NULL, p_source_code, p_currency)];
  amounts := ARRAY[-p_amount];
  IF debt_paid > 0 THEN
    accounts := accounts || debt_id;
    amounts := amounts || debt_paid;
  END IF;
  IF p_amount > debt_paid THEN
    accounts := accounts || available_id;
    amounts := amounts || (p_amount - debt_paid);
  END IF;
  -- The request, not its split: a repetition finds other debts.
  SELECT w.tx_id, w.replayed INTO ledger_transaction_id, replayed FROM ledger_write(
    p_kind, p_key,
    ledger_request_hash(jsonb_build_array(p_kind, p_user, p_amount, p_currency, p_source_code)),
    accounts, amounts, p_currency, NULL, NULL, 'wallet-line', p_line_id::text, NULL) AS w;
  IF NOT replayed THEN
    INSERT INTO wallet_transactions
        (id, user_id, type, status, amount_micros, currency, gateway, payment_method, gateway_transaction_id, description, invoice_id,
         payment_details, ledger_transaction_id)
      VALUES (p_line_id, p_user, p_line_type, 'COMPLETED', p_amount, p_currency, p_gateway, p_method,
        p_gateway_transaction_id, p_description, p_invoice_id, p_details, ledger_transaction_id);
  END IF;
END $$;

-- Takes money out of a wallet. Beyond what is available it is refused (missing says how much), or becomes debt where
-- that is allowed.
CREATE FUNCTION wallet_take(
  p_user uuid, p_amount bigint, p_currency text, p_target_code text, p_kind text, p_key text, p_may_owe boolean,
  p_line_id uuid, p_gateway "Gateway", p_method "PaymentMethod", p_description text DEFAULT NULL,
  p_line_type "WalletTransactionType" DEFAULT 'ADJUSTMENT', p_gateway_transaction_id text DEFAULT NULL,
  p_invoice_id uuid DEFAULT NULL, p_details jsonb DEFAULT NULL,
  OUT ledger_transaction_id bigint, OUT replayed boolean, OUT available bigint, OUT missing bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  available_id bigint;
  accounts bigint[];
  amounts bigint[];
  known boolean;
BEGIN
  IF p_amount <= 0 THEN
    RAISE EXCEPTION 'nothing to take' USING ERRCODE = '22023';
  END IF;
  replayed := false;
  available_id := ledger_account_id(p_user, 'available', p_currency);
  SELECT a.balance INTO STRICT available FROM ledger_accounts a WHERE a.id = available_id FOR NO KEY UPDATE;
  missing := greatest(p_amount - available, 0);
  IF missing > 0 AND NOT p_may_owe THEN
    -- A repetition must hear of its success, however poor the wallet has become.
    SELECT EXISTS (SELECT 1 FROM ledger_transactions t WHERE t.idempotency_key = p_key) INTO known;
    IF NOT known THEN
      RETURN;
    END IF;
  END IF;
  accounts := ARRAY[ledger_account_id(NULL, p_target_code, p_currency)];
  amounts := ARRAY[p_amount];
  IF p_amount > missing THEN
    accounts := accounts || available_id;
    amounts := amounts || (missing - p_amount);
  END IF;
  IF missing > 0 THEN
    accounts := accounts || ledger_account_id(p_user, 'debt', p_currency);
    amounts := amounts || -missing;
  END IF;
  SELECT w.tx_id, w.replayed INTO ledger_transaction_id, replayed FROM ledger_write(
    p_kind, p_key,
    ledger_request_hash(jsonb_build_array(p_kind, p_user, p_amount, p_currency, p_target_code)),
    accounts, amounts, p_currency, NULL, NULL, 'wallet-line', p_line_id::text, NULL) AS w;
  IF NOT replayed THEN
    INSERT INTO wallet_transactions
        (id, user_id, type, status, amount_micros, currency, gateway, payment_method, gateway_transaction_id, description, invoice_id,
         payment_details, ledger_transaction_id)
      VALUES (p_line_id, p_user, p_line_type, 'COMPLETED', -p_amount, p_currency, p_gateway, p_method, p_gateway_transaction_id,
        p_description, p_invoice_id, p_details, ledger_transaction_id);
  END IF;
END $$;

-- A frozen wallet pays for nothing: told apart from too little money.
CREATE OR REPLACE FUNCTION order_open(
  p_id uuid, p_user uuid, p_service uuid, p_country uuid, p_provider uuid, p_price bigint, p_currency text,
  p_scope text, p_key text, p_request_hash text, p_api_key uuid, p_ip text, p_resolve_seconds integer,
  p_hold_seconds integer, p_line_id uuid, p_description text, p_is_own_shelf boolean, p_daily_limit integer,
  p_actor_kind "ActorKind", p_actor_name text, p_request_id text,
  OUT outcome text, OUT order_number integer, OUT missing bigint, OUT available bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  held record;
  being_connected bigint;
  free bigint;
BEGIN
  SELECT CASE WHEN u.status = 'SUSPENDED' THEN 'suspended'
      WHEN EXISTS (SELECT 1 FROM wallet_freezes z WHERE z.user_id = p_user) THEN 'wallet_frozen' END
    INTO STRICT outcome FROM users u WHERE u.id = p_user;
  IF outcome IS NOT NULL THEN
    RETURN;
  END IF;

  IF p_is_own_shelf THEN
    SELECT count(*) INTO being_connected FROM orders w
      WHERE w.provider_id = p_provider AND w.service_id = p_service AND w.country_id = p_country AND w.status = 'PENDING';
    SELECT count(*) INTO free FROM (
      SELECT 1 FROM phone_number_services n
      WHERE n.provider_id = p_provider AND n.service_id = p_service AND n.country_id = p_country
        AND n.is_allowed AND n.used_at IS NULL AND n.live_order_id IS NULL
      LIMIT being_connected + 1) f;
    IF free <= being_connected THEN
      outcome := 'no_stock';
      RETURN;
    END IF;
  END IF;

  SELECT a.balance INTO available FROM ledger_accounts a
    WHERE a.user_id = p_user AND a.code = 'available' AND a.currency = p_currency FOR NO KEY UPDATE;
  available := coalesce(available, 0);
  IF p_daily_limit IS NOT NULL AND (
    SELECT count(*) FROM orders o WHERE o.user_id = p_user AND o.status <> 'FAILED'
      AND o.start_at >= date_trunc('day', app_now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') >= p_daily_limit
  THEN
    outcome := 'daily_limit_reached';
    RETURN;
  END IF;

  INSERT INTO orders (id, user_id, service_id, country_id, provider_id, price_micros, currency, idempotency_scope,
      idempotency_key, request_hash, api_key_id, ip_address, resolve_by)
    SELECT p_id, p_user, p_service, p_country, p_provider, p_price, p_currency, p_scope, p_key, p_request_hash,
      p_api_key, p_ip, app_now() + make_interval(secs => p_resolve_seconds)
    WHERE available >= p_price
    ON CONFLICT (user_id, idempotency_scope, idempotency_key) DO NOTHING
    RETURNING number INTO order_number;
  IF available < p_price THEN
    outcome := 'insufficient_funds';
    missing := p_price - available;
    RETURN;
  END IF;
  IF order_number IS NULL THEN
    outcome := 'known';
    RETURN;
  END IF;

  SELECT h.hold_id INTO held FROM hold_place(
    p_user, p_price, p_currency, 'order', p_id::text, p_hold_seconds, p_line_id, p_id, p_description) h;
  UPDATE orders SET hold_id = held.hold_id WHERE id = p_id;
  INSERT INTO audit_events
      (actor_kind, actor_id, actor_name, action, target_type, target_id, after, ip_address, request_id)
    VALUES (p_actor_kind, p_user, p_actor_name, 'order.requested', 'order', p_id::text,
      jsonb_build_object('number', order_number, 'priceMicros', p_price::text, 'for', p_description), p_ip, p_request_id);
  INSERT INTO outbox_events (kind, user_id, subject_id, payload)
    VALUES ('order.requested', p_user, p_id::text, jsonb_build_object('orderId', p_id));
  outcome := 'opened';
END $$;
