-- AlterTable
ALTER TABLE "reconciliation_runs" ADD COLUMN     "leased_until" TIMESTAMPTZ(3);

-- What came from outside or went there: few of the lines, and the ones that are compared.
CREATE INDEX wallet_transactions_outside ON wallet_transactions (gateway, type) WHERE gateway IN ('STRIPE', 'MERCADOPAGO', 'CRYPTO');
