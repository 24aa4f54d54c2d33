-- AlterTable
ALTER TABLE "invoices" ADD COLUMN     "plan_refusal" TEXT;

-- AlterTable
ALTER TABLE "vpn_panels" ADD COLUMN     "usage_claim" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "usage_epoch" TEXT;

-- CreateTable
CREATE TABLE "panel_checks" (
    "id" BIGSERIAL NOT NULL,
    "panel_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ours" INTEGER NOT NULL,
    "there" INTEGER NOT NULL,
    "missing" INTEGER NOT NULL,
    "wrong" INTEGER NOT NULL,
    "left_over" INTEGER NOT NULL,
    "strangers" TEXT[],

    CONSTRAINT "panel_checks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "panel_checks_panel_id_at_idx" ON "panel_checks"("panel_id", "at" DESC);

-- AddForeignKey
ALTER TABLE "panel_checks" ADD CONSTRAINT "panel_checks_panel_id_fkey" FOREIGN KEY ("panel_id") REFERENCES "vpn_panels"("id") ON DELETE CASCADE ON UPDATE CASCADE;
