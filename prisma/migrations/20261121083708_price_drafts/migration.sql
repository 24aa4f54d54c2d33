-- CreateTable
CREATE TABLE "price_drafts" (
    "id" UUID NOT NULL,
    "created_by" UUID,
    "spec" JSONB NOT NULL,
    "rows" JSONB NOT NULL,
    "undoes_batch_id" UUID,
    "applied_by" UUID,
    "applied_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "price_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "price_drafts_created_at_idx" ON "price_drafts"("created_at");
