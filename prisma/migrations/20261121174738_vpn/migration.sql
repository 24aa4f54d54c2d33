-- CreateEnum
CREATE TYPE "PanelKind" AS ENUM ('HIDDIFY', 'MARZBAN', 'THREE_X_UI', 'REMNAWAVE', 'XRAY', 'WIREGUARD');

-- CreateEnum
CREATE TYPE "ServerStatus" AS ENUM ('ONLINE', 'OFFLINE', 'MAINTENANCE');

-- CreateEnum
CREATE TYPE "ConfigProtocol" AS ENUM ('VLESS', 'VMESS', 'TROJAN', 'SHADOWSOCKS', 'WIREGUARD');

-- CreateEnum
CREATE TYPE "SubscriptionStatus" AS ENUM ('ACTIVE', 'EXPIRED', 'CANCELED', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "ProvisionState" AS ENUM ('ABSENT', 'ACTIVE', 'DISABLED');

-- CreateTable
CREATE TABLE "plans" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "is_current" BOOLEAN NOT NULL DEFAULT true,
    "tier" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_fa" TEXT NOT NULL,
    "name_pt" TEXT NOT NULL,
    "price_micros" BIGINT NOT NULL,
    "price_toman" BIGINT,
    "duration_days" INTEGER NOT NULL,
    "traffic_bytes" BIGINT,
    "max_devices" INTEGER NOT NULL,
    "features" JSONB NOT NULL DEFAULT '[]',
    "features_fa" JSONB NOT NULL DEFAULT '[]',
    "features_pt" JSONB NOT NULL DEFAULT '[]',
    "protocols" "ConfigProtocol"[],
    "country_codes" TEXT[],
    "is_trial" BOOLEAN NOT NULL DEFAULT false,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vpn_panels" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "PanelKind" NOT NULL,
    "url" TEXT NOT NULL,
    "credential_ciphertext" BYTEA NOT NULL,
    "options" JSONB NOT NULL DEFAULT '{}',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "detected_version" TEXT,
    "health_code" TEXT,
    "health_text" TEXT,
    "latency_ms" INTEGER,
    "probed_at" TIMESTAMPTZ(3),
    "failures_in_row" INTEGER NOT NULL DEFAULT 0,
    "open_until" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vpn_panels_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "panel_probes" (
    "id" BIGSERIAL NOT NULL,
    "panel_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "code" TEXT NOT NULL,
    "latency_ms" INTEGER,
    "version" TEXT,

    CONSTRAINT "panel_probes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vpn_servers" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "location_fa" TEXT NOT NULL DEFAULT '',
    "location_pt" TEXT NOT NULL DEFAULT '',
    "country_code" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "status" "ServerStatus" NOT NULL DEFAULT 'ONLINE',
    "is_draining" BOOLEAN NOT NULL DEFAULT false,
    "max_users" INTEGER NOT NULL,
    "current_users" INTEGER NOT NULL DEFAULT 0,
    "load_percent" INTEGER NOT NULL DEFAULT 0,
    "multiplier" INTEGER NOT NULL DEFAULT 100,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "panel_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vpn_servers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vpn_inbounds" (
    "id" UUID NOT NULL,
    "server_id" UUID NOT NULL,
    "protocol" "ConfigProtocol" NOT NULL,
    "tag" TEXT NOT NULL,
    "template" JSONB NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "sort" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "vpn_inbounds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscriptions" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "user_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "server_id" UUID,
    "status" "SubscriptionStatus" NOT NULL DEFAULT 'ACTIVE',
    "status_reason" TEXT,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "traffic_bytes" BIGINT,
    "used_upload_bytes" BIGINT NOT NULL DEFAULT 0,
    "used_download_bytes" BIGINT NOT NULL DEFAULT 0,
    "exhausted_at" TIMESTAMPTZ(3),
    "noticed_percent" INTEGER NOT NULL DEFAULT 0,
    "max_devices" INTEGER NOT NULL,
    "is_auto_renew" BOOLEAN NOT NULL DEFAULT false,
    "renewal_noticed_at" TIMESTAMPTZ(3),
    "renewal_failure" TEXT,
    "token_hash" BYTEA NOT NULL,
    "token_ciphertext" BYTEA NOT NULL,
    "old_token_hash" BYTEA,
    "old_token_until" TIMESTAMPTZ(3),
    "content_version" INTEGER NOT NULL DEFAULT 1,
    "paid_micros" BIGINT NOT NULL DEFAULT 0,
    "period_starts_at" TIMESTAMPTZ(3) NOT NULL,
    "last_fetched_at" TIMESTAMPTZ(3),
    "last_client" TEXT,
    "last_online_at" TIMESTAMPTZ(3),
    "idempotency_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_purchases" (
    "id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "price_micros" BIGINT NOT NULL,
    "credit_micros" BIGINT NOT NULL DEFAULT 0,
    "invoice_id" UUID,
    "ledger_transaction_id" BIGINT,
    "period_starts_at" TIMESTAMPTZ(3) NOT NULL,
    "period_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_purchases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription_credentials" (
    "id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "remote_id" TEXT,
    "desired_state" "ProvisionState" NOT NULL,
    "actual_state" "ProvisionState" NOT NULL DEFAULT 'ABSENT',
    "desired_version" INTEGER NOT NULL DEFAULT 1,
    "actual_version" INTEGER NOT NULL DEFAULT 0,
    "tunnel_address" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error_code" TEXT,
    "last_error_text" TEXT,
    "revoked_at" TIMESTAMPTZ(3),
    "cut_at" TIMESTAMPTZ(3),
    "verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_credentials_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_configs" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "server_id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "inbound_id" UUID NOT NULL,
    "uuid" UUID NOT NULL,
    "protocol" "ConfigProtocol" NOT NULL,
    "hiddify_user_id" TEXT,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_configs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_usage" (
    "user_id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "server_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "upload_bytes" BIGINT NOT NULL DEFAULT 0,
    "download_bytes" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "user_usage_pkey" PRIMARY KEY ("subscription_id","server_id","day")
);

-- CreateTable
CREATE TABLE "usage_readings" (
    "panel_id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "server_id" UUID NOT NULL,
    "epoch" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "upload_bytes" BIGINT NOT NULL,
    "download_bytes" BIGINT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_readings_pkey" PRIMARY KEY ("panel_id","server_id","subscription_id")
);

-- CreateTable
CREATE TABLE "usage_entries" (
    "panel_id" UUID NOT NULL,
    "server_id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "epoch" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "upload_bytes" BIGINT NOT NULL,
    "download_bytes" BIGINT NOT NULL,
    "multiplier" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_entries_pkey" PRIMARY KEY ("panel_id","server_id","epoch","seq","subscription_id")
);

-- CreateIndex
CREATE INDEX "plans_is_current_is_active_sort_idx" ON "plans"("is_current", "is_active", "sort");

-- CreateIndex
CREATE UNIQUE INDEX "plans_family_id_revision_key" ON "plans"("family_id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "vpn_panels_name_key" ON "vpn_panels"("name");

-- CreateIndex
CREATE INDEX "panel_probes_panel_id_at_idx" ON "panel_probes"("panel_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "vpn_servers_name_key" ON "vpn_servers"("name");

-- CreateIndex
CREATE INDEX "vpn_servers_panel_id_idx" ON "vpn_servers"("panel_id");

-- CreateIndex
CREATE UNIQUE INDEX "vpn_inbounds_server_id_tag_key" ON "vpn_inbounds"("server_id", "tag");

-- CreateIndex
CREATE UNIQUE INDEX "subscriptions_number_key" ON "subscriptions"("number");

-- CreateIndex
CREATE UNIQUE INDEX "subscriptions_token_hash_key" ON "subscriptions"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "subscriptions_old_token_hash_key" ON "subscriptions"("old_token_hash");

-- CreateIndex
CREATE INDEX "subscriptions_user_id_created_at_idx" ON "subscriptions"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "subscriptions_status_expires_at_idx" ON "subscriptions"("status", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "subscriptions_user_id_idempotency_key_key" ON "subscriptions"("user_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "plan_purchases_subscription_id_created_at_idx" ON "plan_purchases"("subscription_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "plan_purchases_user_id_idempotency_key_key" ON "plan_purchases"("user_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_credentials_subscription_id_panel_id_key" ON "subscription_credentials"("subscription_id", "panel_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_credentials_panel_id_username_key" ON "subscription_credentials"("panel_id", "username");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_credentials_panel_id_tunnel_address_key" ON "subscription_credentials"("panel_id", "tunnel_address");

-- CreateIndex
CREATE UNIQUE INDEX "user_configs_uuid_key" ON "user_configs"("uuid");

-- CreateIndex
CREATE INDEX "user_configs_server_id_idx" ON "user_configs"("server_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_configs_subscription_id_inbound_id_key" ON "user_configs"("subscription_id", "inbound_id");

-- CreateIndex
CREATE INDEX "user_usage_server_id_day_idx" ON "user_usage"("server_id", "day");

-- CreateIndex
CREATE INDEX "usage_entries_subscription_id_read_at_idx" ON "usage_entries"("subscription_id", "read_at");

-- AddForeignKey
ALTER TABLE "panel_probes" ADD CONSTRAINT "panel_probes_panel_id_fkey" FOREIGN KEY ("panel_id") REFERENCES "vpn_panels"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vpn_servers" ADD CONSTRAINT "vpn_servers_panel_id_fkey" FOREIGN KEY ("panel_id") REFERENCES "vpn_panels"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vpn_inbounds" ADD CONSTRAINT "vpn_inbounds_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "vpn_servers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "vpn_servers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_purchases" ADD CONSTRAINT "plan_purchases_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription_credentials" ADD CONSTRAINT "subscription_credentials_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription_credentials" ADD CONSTRAINT "subscription_credentials_panel_id_fkey" FOREIGN KEY ("panel_id") REFERENCES "vpn_panels"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_configs" ADD CONSTRAINT "user_configs_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "vpn_servers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_configs" ADD CONSTRAINT "user_configs_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_configs" ADD CONSTRAINT "user_configs_inbound_id_fkey" FOREIGN KEY ("inbound_id") REFERENCES "vpn_inbounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_usage" ADD CONSTRAINT "user_usage_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_usage" ADD CONSTRAINT "user_usage_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "vpn_servers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_readings" ADD CONSTRAINT "usage_readings_panel_id_fkey" FOREIGN KEY ("panel_id") REFERENCES "vpn_panels"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_entries" ADD CONSTRAINT "usage_entries_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE plans
  ADD CONSTRAINT plans_terms CHECK (price_micros >= 0 AND duration_days BETWEEN 1 AND 3660
    AND (price_toman IS NULL OR price_toman >= 0) AND (traffic_bytes IS NULL OR traffic_bytes > 0)
    AND max_devices BETWEEN 1 AND 1000 AND revision > 0),
  ADD CONSTRAINT plans_trial_is_free CHECK (NOT is_trial OR price_micros = 0);
-- One version of a plan is sold at a time.
CREATE UNIQUE INDEX plans_one_current ON plans (family_id) WHERE is_current;

ALTER TABLE vpn_servers
  ADD CONSTRAINT vpn_servers_capacity CHECK (max_users >= 0 AND current_users >= 0 AND load_percent >= 0 AND multiplier BETWEEN 0 AND 1000),
  ADD CONSTRAINT vpn_servers_country CHECK (country_code ~ '^[A-Z]{2}$');

ALTER TABLE subscriptions
  ADD CONSTRAINT subscriptions_period CHECK (expires_at >= starts_at AND period_starts_at >= starts_at),
  ADD CONSTRAINT subscriptions_bytes CHECK (used_upload_bytes >= 0 AND used_download_bytes >= 0
    AND (traffic_bytes IS NULL OR traffic_bytes > 0)),
  ADD CONSTRAINT subscriptions_token CHECK (octet_length(token_hash) = 32 AND (old_token_hash IS NULL) = (old_token_until IS NULL)),
  ADD CONSTRAINT subscriptions_percent CHECK (noticed_percent IN (0, 80, 95, 100)),
  ADD CONSTRAINT subscriptions_paid CHECK (paid_micros >= 0);
-- What is due is found without reading those that are over.
CREATE INDEX subscriptions_due ON subscriptions (expires_at) WHERE status = 'ACTIVE';
CREATE INDEX subscriptions_renewing ON subscriptions (expires_at) WHERE status = 'ACTIVE' AND is_auto_renew;

ALTER TABLE plan_purchases
  ADD CONSTRAINT plan_purchases_kind CHECK (kind IN ('BUY', 'RENEW', 'UPGRADE', 'TRIAL')),
  ADD CONSTRAINT plan_purchases_money CHECK (price_micros >= 0 AND credit_micros >= 0 AND credit_micros <= price_micros);
-- A trial once per person, whatever the door.
CREATE UNIQUE INDEX plan_purchases_one_trial ON plan_purchases (user_id) WHERE kind = 'TRIAL';
CREATE UNIQUE INDEX plan_purchases_one_per_invoice ON plan_purchases (invoice_id) WHERE invoice_id IS NOT NULL;

-- What the panels have not been told yet, in the order in which it is due.
CREATE INDEX subscription_credentials_due ON subscription_credentials (next_attempt_at)
  WHERE desired_version <> actual_version;

ALTER TABLE user_usage ADD CONSTRAINT user_usage_bytes CHECK (upload_bytes >= 0 AND download_bytes >= 0);
ALTER TABLE usage_entries ADD CONSTRAINT usage_entries_bytes
  CHECK (upload_bytes >= 0 AND download_bytes >= 0 AND upload_bytes + download_bytes > 0 AND multiplier >= 0);
ALTER TABLE usage_readings ADD CONSTRAINT usage_readings_bytes CHECK (upload_bytes >= 0 AND download_bytes >= 0 AND seq > 0);
-- Booked traffic is never changed: what was wrong is corrected by another entry's reading.
CREATE FUNCTION usage_entries_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'usage entries are append-only' USING ERRCODE = '55000';
END $$;
CREATE TRIGGER usage_entries_final BEFORE UPDATE ON usage_entries
  FOR EACH ROW EXECUTE FUNCTION usage_entries_are_final();
