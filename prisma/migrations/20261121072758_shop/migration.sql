-- CreateEnum
CREATE TYPE "CalendarPreference" AS ENUM ('AUTO', 'GREGORIAN', 'PERSIAN');

-- CreateEnum
CREATE TYPE "DigitsPreference" AS ENUM ('AUTO', 'LATIN', 'PERSIAN');

-- CreateEnum
CREATE TYPE "ThemePreference" AS ENUM ('SYSTEM', 'LIGHT', 'DARK');

-- CreateEnum
CREATE TYPE "DensityPreference" AS ENUM ('COMFORTABLE', 'COMPACT');

-- AlterTable
ALTER TABLE "countries" ADD COLUMN     "sort_order" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "services" ADD COLUMN     "policy_reviewed_at" TIMESTAMPTZ(3),
ADD COLUMN     "sort_order" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "offers" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "price_changes" ADD COLUMN     "batch_id" UUID,
ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "providers" ADD COLUMN     "low_balance_micros" BIGINT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "service_statistics" (
    "service_id" UUID NOT NULL,
    "sample_size" INTEGER NOT NULL,
    "with_code" INTEGER NOT NULL,
    "median_wait_seconds" INTEGER,
    "popularity" INTEGER NOT NULL DEFAULT 0,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "service_statistics_pkey" PRIMARY KEY ("service_id")
);

-- CreateTable
CREATE TABLE "favorite_services" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "country_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "favorite_services_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_preferences" (
    "user_id" UUID NOT NULL,
    "calendar" "CalendarPreference" NOT NULL DEFAULT 'AUTO',
    "digits" "DigitsPreference" NOT NULL DEFAULT 'AUTO',
    "time_zone" TEXT,
    "theme" "ThemePreference" NOT NULL DEFAULT 'SYSTEM',
    "density" "DensityPreference" NOT NULL DEFAULT 'COMFORTABLE',
    "is_sound_on" BOOLEAN NOT NULL DEFAULT false,
    "is_title_on" BOOLEAN NOT NULL DEFAULT true,
    "is_auto_copy_on" BOOLEAN NOT NULL DEFAULT false,
    "are_shortcuts_on" BOOLEAN NOT NULL DEFAULT true,
    "confirm_above_micros" BIGINT,
    "onboarding_dismissed_at" TIMESTAMPTZ(3),
    "security_reviewed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_preferences_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "href" TEXT,
    "dedupe_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "daily_order_rollups" (
    "day" DATE NOT NULL,
    "service_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "orders" INTEGER NOT NULL,
    "with_code" INTEGER NOT NULL,
    "completed" INTEGER NOT NULL,
    "canceled" INTEGER NOT NULL,
    "expired" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "revenue_micros" BIGINT NOT NULL,
    "refunded_micros" BIGINT NOT NULL,
    "cost_micros" BIGINT NOT NULL,
    "loss_micros" BIGINT NOT NULL,
    "wait_buckets" INTEGER[],

    CONSTRAINT "daily_order_rollups_pkey" PRIMARY KEY ("day","service_id","provider_id")
);

-- CreateTable
CREATE TABLE "daily_user_rollups" (
    "day" DATE NOT NULL,
    "new_users" INTEGER NOT NULL,

    CONSTRAINT "daily_user_rollups_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "rollup_marks" (
    "name" TEXT NOT NULL,
    "read_until" TIMESTAMPTZ(3) NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rollup_marks_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "ledger_checks" (
    "id" BIGSERIAL NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "duration_ms" INTEGER NOT NULL,
    "problem_count" INTEGER NOT NULL,
    "problems" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "ledger_checks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_runs" (
    "name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "duration_ms" INTEGER,
    "handled" INTEGER,
    "runs" BIGINT NOT NULL DEFAULT 0,
    "failures" BIGINT NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "last_error_at" TIMESTAMPTZ(3),
    "run_requested_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_runs_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "provider_calls" (
    "id" BIGSERIAL NOT NULL,
    "provider_id" UUID NOT NULL,
    "order_id" UUID,
    "action" TEXT NOT NULL,
    "request" JSONB NOT NULL DEFAULT '{}',
    "response" TEXT,
    "outcome" TEXT NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "provider_calls_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "favorite_services_user_id_idx" ON "favorite_services"("user_id");

-- CreateIndex
CREATE INDEX "favorite_services_service_id_idx" ON "favorite_services"("service_id");

-- CreateIndex
CREATE INDEX "favorite_services_country_id_idx" ON "favorite_services"("country_id");

-- CreateIndex
CREATE INDEX "notifications_user_id_created_at_idx" ON "notifications"("user_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "notifications_user_id_dedupe_key_key" ON "notifications"("user_id", "dedupe_key");

-- CreateIndex
CREATE INDEX "ledger_checks_checked_at_idx" ON "ledger_checks"("checked_at");

-- CreateIndex
CREATE INDEX "provider_calls_order_id_idx" ON "provider_calls"("order_id");

-- CreateIndex
CREATE INDEX "provider_calls_provider_id_id_idx" ON "provider_calls"("provider_id", "id");

-- CreateIndex
CREATE INDEX "provider_calls_created_at_idx" ON "provider_calls"("created_at");

-- CreateIndex
CREATE INDEX "services_category_idx" ON "services"("category");

-- CreateIndex
CREATE INDEX "price_changes_batch_id_idx" ON "price_changes"("batch_id");

-- CreateIndex
CREATE INDEX "users_registered_at_idx" ON "users"("registered_at" DESC);

-- CreateIndex
CREATE INDEX "users_role_status_idx" ON "users"("role", "status");

-- CreateIndex
CREATE INDEX "orders_start_at_idx" ON "orders"("start_at" DESC);

-- CreateIndex
CREATE INDEX "orders_status_start_at_idx" ON "orders"("status", "start_at" DESC);

-- CreateIndex
CREATE INDEX "orders_provider_id_start_at_idx" ON "orders"("provider_id", "start_at" DESC);

-- CreateIndex
CREATE INDEX "wallet_transactions_created_at_idx" ON "wallet_transactions"("created_at" DESC);

-- AddForeignKey
ALTER TABLE "service_statistics" ADD CONSTRAINT "service_statistics_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "services"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "favorite_services" ADD CONSTRAINT "favorite_services_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "favorite_services" ADD CONSTRAINT "favorite_services_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "services"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "favorite_services" ADD CONSTRAINT "favorite_services_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "countries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_preferences" ADD CONSTRAINT "user_preferences_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_calls" ADD CONSTRAINT "provider_calls_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_calls" ADD CONSTRAINT "provider_calls_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A favourite stands once, also the one without a country.
CREATE UNIQUE INDEX favorite_services_once ON favorite_services (user_id, service_id, country_id) NULLS NOT DISTINCT;

-- What the roll-ups read after the fact: orders that closed or were refunded since the last look.
CREATE INDEX orders_end_at_idx ON orders (end_at) WHERE end_at IS NOT NULL;
CREATE INDEX orders_refunded_at_idx ON orders (refunded_at) WHERE refunded_at IS NOT NULL;
CREATE INDEX notifications_unread_idx ON notifications (user_id) WHERE read_at IS NULL;

ALTER TABLE user_preferences ADD CONSTRAINT confirm_above_is_no_debt CHECK (confirm_above_micros >= 0);
ALTER TABLE providers ADD CONSTRAINT low_balance_is_no_debt CHECK (low_balance_micros >= 0);
