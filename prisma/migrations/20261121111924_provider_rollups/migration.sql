-- CreateTable
CREATE TABLE "daily_provider_rollups" (
    "day" DATE NOT NULL,
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

    CONSTRAINT "daily_provider_rollups_pkey" PRIMARY KEY ("day","provider_id")
);

-- Every day is computed anew at the next round, into both tables.
DELETE FROM rollup_marks WHERE name = 'orders';
