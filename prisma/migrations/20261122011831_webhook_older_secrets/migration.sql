-- AlterTable
ALTER TABLE "webhook_endpoints" ADD COLUMN     "older_secrets" JSONB NOT NULL DEFAULT '[]';
