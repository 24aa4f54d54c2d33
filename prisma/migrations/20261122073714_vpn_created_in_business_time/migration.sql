-- AlterTable
ALTER TABLE "plans" ALTER COLUMN "created_at" SET DEFAULT app_now();

-- AlterTable
ALTER TABLE "vpn_panels" ALTER COLUMN "created_at" SET DEFAULT app_now();

-- AlterTable
ALTER TABLE "vpn_servers" ALTER COLUMN "created_at" SET DEFAULT app_now();

-- AlterTable
ALTER TABLE "subscriptions" ALTER COLUMN "created_at" SET DEFAULT app_now();

-- AlterTable
ALTER TABLE "plan_purchases" ALTER COLUMN "created_at" SET DEFAULT app_now();

-- AlterTable
ALTER TABLE "subscription_credentials" ALTER COLUMN "created_at" SET DEFAULT app_now();

-- AlterTable
ALTER TABLE "user_configs" ALTER COLUMN "created_at" SET DEFAULT app_now();
