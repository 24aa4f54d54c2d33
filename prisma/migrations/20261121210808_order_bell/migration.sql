-- Processes keep what a status poll is answered in memory. Whatever such an answer shows rings here at commit: the number of
-- the order. The outbox tells of most of it, but not of what is written past the domain.
CREATE FUNCTION order_bell() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_notify('patchbay_orders', OLD.number::text);
  RETURN NULL;
END $$;
CREATE TRIGGER orders_bell_update AFTER UPDATE ON orders
  FOR EACH ROW WHEN (
    (OLD.status, OLD.user_id, OLD.is_sandbox, OLD.verification_code, OLD.first_code_at, OLD.resend_requested_at,
      OLD.last_message_received_at, OLD.closing_at)
    IS DISTINCT FROM
    (NEW.status, NEW.user_id, NEW.is_sandbox, NEW.verification_code, NEW.first_code_at, NEW.resend_requested_at,
      NEW.last_message_received_at, NEW.closing_at))
  EXECUTE FUNCTION order_bell();
CREATE TRIGGER orders_bell_delete AFTER DELETE ON orders FOR EACH ROW EXECUTE FUNCTION order_bell();
