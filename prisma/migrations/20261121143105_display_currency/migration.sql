-- CreateEnum
CREATE TYPE "DisplayCurrency" AS ENUM ('USD', 'BRL', 'TOMAN');

-- AlterTable
ALTER TABLE "user_preferences" ADD COLUMN     "display_currency" "DisplayCurrency" NOT NULL DEFAULT 'USD';
