-- AlterTable
ALTER TABLE "invoices" ADD COLUMN     "hand_micros" BIGINT NOT NULL DEFAULT 0;
