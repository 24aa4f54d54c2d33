-- AlterTable
ALTER TABLE "job_runs" ADD COLUMN     "every_ms" INTEGER;
