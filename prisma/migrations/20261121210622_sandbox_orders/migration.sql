-- CreateTable
CREATE TABLE "sandbox_messages" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sender" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "code" TEXT,

    CONSTRAINT "sandbox_messages_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sandbox_messages_due_at_idx" ON "sandbox_messages"("due_at");

-- CreateIndex
CREATE INDEX "sandbox_messages_order_id_idx" ON "sandbox_messages"("order_id");

-- AddForeignKey
ALTER TABLE "sandbox_messages" ADD CONSTRAINT "sandbox_messages_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A rehearsal: no hold, no number of ours, no supplier, nothing to refund. And it stays one.
ALTER TABLE orders ADD CONSTRAINT orders_sandbox CHECK (NOT is_sandbox OR (
  hold_id IS NULL AND phone_number_id IS NULL AND upstream_order_id IS NULL AND cost_micros = 0 AND loss_micros = 0
  AND refunded_micros = 0 AND watch_until IS NULL AND closing_at IS NULL AND status NOT IN ('PENDING', 'FAILED')));

CREATE TRIGGER orders_sandbox_stays BEFORE UPDATE ON orders FOR EACH ROW
  WHEN (NEW.is_sandbox <> OLD.is_sandbox)
  EXECUTE FUNCTION refuse_write('OR001', 'settled facts of an order stay');

-- A day's limit counts real rents. The rest of order_open stays word for word what it is, whatever was added to it.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_functiondef(p.oid) INTO STRICT known FROM pg_proc p
    WHERE p.proname = 'order_open' AND p.pronamespace = 'public'::regnamespace;
  IF position('o.is_sandbox' IN known) = 0 THEN
    IF position('o.status <> ''FAILED''' IN known) = 0 THEN
      RAISE EXCEPTION 'order_open counts the day in words that are not known here';
    END IF;
    EXECUTE replace(known, 'o.status <> ''FAILED''', 'o.status <> ''FAILED'' AND NOT o.is_sandbox');
  END IF;
END $$;
