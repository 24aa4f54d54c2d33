-- What must never happen to numbers, orders and messages, whatever the code above does.
--   OR001 an ended order, or a fact that was settled, was to be changed

-- Catalogue and supply ------------------------------------------------------------------------------------------

ALTER TABLE countries
  ADD CONSTRAINT countries_iso2 CHECK (iso2 ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT countries_phone_code CHECK (phone_code ~ '^[1-9][0-9]{0,5}$');

ALTER TABLE services
  ADD CONSTRAINT services_prices CHECK (base_price_micros >= 0 AND current_price_micros >= 0),
  ADD CONSTRAINT services_level CHECK (min_verification_level BETWEEN 0 AND 3);

ALTER TABLE offers
  ADD CONSTRAINT offers_prices CHECK (base_price_micros >= 0 AND current_price_micros >= 0),
  ADD CONSTRAINT offers_one_per_shelf UNIQUE NULLS NOT DISTINCT (service_id, country_id, operator_id);

ALTER TABLE offer_statistics
  ADD CONSTRAINT offer_statistics_counts CHECK (sample_size >= 0 AND with_code BETWEEN 0 AND sample_size);

ALTER TABLE providers
  ADD CONSTRAINT providers_window CHECK (window_seconds BETWEEN 10 AND 604800),
  ADD CONSTRAINT providers_cancel_after CHECK (cancel_after_seconds BETWEEN 0 AND window_seconds),
  ADD CONSTRAINT providers_poll_interval CHECK (poll_interval_ms BETWEEN 100 AND 600000),
  ADD CONSTRAINT providers_upstream_url CHECK (kind = 'OWN_STOCK' OR base_url IS NOT NULL);

ALTER TABLE supplier_offers
  ADD CONSTRAINT supplier_offers_amounts CHECK (cost_micros >= 0 AND count >= 0),
  ADD CONSTRAINT supplier_offers_one_per_shelf UNIQUE NULLS NOT DISTINCT (provider_id, service_id, country_id, operator_id);

ALTER TABLE phone_numbers
  ADD CONSTRAINT phone_numbers_e164 CHECK (e164 ~ '^\+[1-9][0-9]{6,14}$');

-- The free stock of one shelf, the number that rested longest first: what a rent reads.
CREATE INDEX phone_number_services_free
  ON phone_number_services (provider_id, service_id, country_id, last_held_at NULLS FIRST, id)
  WHERE is_allowed AND used_at IS NULL AND live_order_id IS NULL;
ALTER TABLE phone_number_services
  ADD CONSTRAINT phone_number_services_live_order_fkey FOREIGN KEY (live_order_id) REFERENCES orders (id);

-- Orders --------------------------------------------------------------------------------------------------------

ALTER SEQUENCE orders_number_seq RESTART WITH 100001;

ALTER TABLE orders
  ADD CONSTRAINT orders_amounts CHECK (price_micros >= 0 AND cost_micros >= 0 AND loss_micros >= 0
    AND refunded_micros BETWEEN 0 AND price_micros),
  ADD CONSTRAINT orders_refund CHECK ((refunded_micros > 0) = (refunded_at IS NOT NULL)),
  ADD CONSTRAINT orders_currency CHECK (currency ~ '^[A-Z]{3,5}$'),
  ADD CONSTRAINT orders_phone CHECK (phone_e164 ~ '^\+[1-9][0-9]{6,14}$'),
  ADD CONSTRAINT orders_key CHECK (length(idempotency_key) BETWEEN 1 AND 200 AND length(idempotency_scope) BETWEEN 1 AND 100),
  -- Running or ended, and when.
  ADD CONSTRAINT orders_ended CHECK ((status IN ('PENDING', 'ACTIVE')) = (end_at IS NULL)),
  ADD CONSTRAINT orders_end_reason CHECK ((end_at IS NULL) = (close_reason IS NULL)),
  ADD CONSTRAINT orders_active CHECK (status <> 'ACTIVE'
    OR (phone_e164 IS NOT NULL AND activated_at IS NOT NULL AND expires_at IS NOT NULL)),
  ADD CONSTRAINT orders_closing CHECK ((closing_at IS NULL) = (closing_reason IS NULL)
    AND (closing_at IS NULL) = (closing_claimed_at IS NULL)),
  -- A code is paid for: an activation with one is never released, one without is never complete.
  ADD CONSTRAINT orders_code CHECK (kind <> 'ACTIVATION' OR CASE status
    WHEN 'COMPLETED' THEN first_code_at IS NOT NULL
    WHEN 'ACTIVE' THEN true
    ELSE first_code_at IS NULL END),
  ADD CONSTRAINT orders_code_kept CHECK (verification_code IS NULL OR first_code_at IS NOT NULL);

-- One live order for one number and service, whichever provider offers it.
CREATE UNIQUE INDEX orders_one_live_per_number
  ON orders (phone_number_id, service_id) WHERE status IN ('PENDING', 'ACTIVE') AND phone_number_id IS NOT NULL;
-- What a person has running.
CREATE INDEX orders_live_of_user ON orders (user_id, start_at DESC) WHERE status IN ('PENDING', 'ACTIVE');
-- What is live at a provider: the poll, and what is being connected on a shelf.
CREATE INDEX orders_live_at_provider ON orders (provider_id, service_id, country_id, status)
  WHERE status IN ('PENDING', 'ACTIVE');
-- The sweeps.
CREATE INDEX orders_to_resolve ON orders (resolve_by) WHERE status = 'PENDING';
CREATE INDEX orders_to_expire ON orders (expires_at) WHERE status = 'ACTIVE' AND closing_at IS NULL;
CREATE INDEX orders_to_close ON orders (closing_claimed_at) WHERE closing_at IS NOT NULL AND end_at IS NULL;
CREATE INDEX orders_to_watch ON orders (watch_until) WHERE watch_until IS NOT NULL;

-- An end is an end, a price is a price, a hold belongs to its order.
CREATE TRIGGER orders_settled_facts BEFORE UPDATE ON orders FOR EACH ROW
  WHEN (NEW.id <> OLD.id OR NEW.number <> OLD.number OR NEW.user_id <> OLD.user_id OR NEW.kind <> OLD.kind
    OR NEW.price_micros <> OLD.price_micros OR NEW.currency <> OLD.currency
    OR NEW.service_id <> OLD.service_id OR NEW.country_id <> OLD.country_id
    OR (OLD.hold_id IS NOT NULL AND NEW.hold_id IS DISTINCT FROM OLD.hold_id)
    OR (OLD.first_code_at IS NOT NULL AND NEW.first_code_at IS DISTINCT FROM OLD.first_code_at)
    OR (OLD.status <> 'PENDING' AND NEW.status = 'PENDING')
    OR (OLD.end_at IS NOT NULL AND (NEW.status <> OLD.status OR NEW.end_at IS DISTINCT FROM OLD.end_at
      OR NEW.close_reason IS DISTINCT FROM OLD.close_reason OR NEW.first_code_at IS DISTINCT FROM OLD.first_code_at))
    OR NEW.refunded_micros < OLD.refunded_micros)
  EXECUTE FUNCTION refuse_write('OR001', 'settled facts of an order stay');

-- Messages ------------------------------------------------------------------------------------------------------

ALTER TABLE sms_messages
  ADD CONSTRAINT sms_messages_amounts CHECK (segments >= 1 AND cost_micros >= 0),
  ADD CONSTRAINT sms_messages_owner CHECK (order_id IS NULL OR user_id IS NOT NULL);

-- What nobody held the number for.
CREATE INDEX sms_messages_unclaimed ON sms_messages (received_at) WHERE user_id IS NULL;

-- The first half of a rent --------------------------------------------------------------------------------------

-- Writes an order as PENDING, places its hold, and tells audit trail and outbox: all of it or nothing, in one round
-- trip, because this is what a busy shop does most. The outcome says why there is none:
--   suspended, no_stock (of an own shelf, where everything free is spoken for), daily_limit_reached,
--   insufficient_funds (with missing and available), known (the same person's key was used before: read that order).
-- The wallet is locked before the day is counted, so that two rents of one person count each other.
CREATE FUNCTION order_open(
  p_id uuid, p_user uuid, p_service uuid, p_country uuid, p_provider uuid, p_price bigint, p_currency text,
  p_scope text, p_key text, p_request_hash text, p_api_key uuid, p_ip text, p_resolve_seconds integer,
  p_hold_seconds integer, p_line_id uuid, p_description text, p_is_own_shelf boolean, p_daily_limit integer,
  p_actor_kind "ActorKind", p_actor_name text, p_request_id text,
  OUT outcome text, OUT order_number integer, OUT missing bigint, OUT available bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  held record;
  being_connected bigint;
  free bigint;
BEGIN
  SELECT CASE WHEN u.status = 'SUSPENDED' THEN 'suspended' END INTO STRICT outcome FROM users u WHERE u.id = p_user;
  IF outcome IS NOT NULL THEN
    RETURN;
  END IF;

  IF p_is_own_shelf THEN
    SELECT count(*) INTO being_connected FROM orders w
      WHERE w.provider_id = p_provider AND w.service_id = p_service AND w.country_id = p_country AND w.status = 'PENDING';
    SELECT count(*) INTO free FROM (
      SELECT 1 FROM phone_number_services n
      WHERE n.provider_id = p_provider AND n.service_id = p_service AND n.country_id = p_country
        AND n.is_allowed AND n.used_at IS NULL AND n.live_order_id IS NULL
      LIMIT being_connected + 1) f;
    IF free <= being_connected THEN
      outcome := 'no_stock';
      RETURN;
    END IF;
  END IF;

  SELECT a.balance INTO available FROM ledger_accounts a
    WHERE a.user_id = p_user AND a.code = 'available' AND a.currency = p_currency FOR NO KEY UPDATE;
  available := coalesce(available, 0);
  IF p_daily_limit IS NOT NULL AND (
    SELECT count(*) FROM orders o WHERE o.user_id = p_user AND o.status <> 'FAILED'
      AND o.start_at >= date_trunc('day', app_now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') >= p_daily_limit
  THEN
    outcome := 'daily_limit_reached';
    RETURN;
  END IF;

  INSERT INTO orders (id, user_id, service_id, country_id, provider_id, price_micros, currency, idempotency_scope,
      idempotency_key, request_hash, api_key_id, ip_address, resolve_by)
    SELECT p_id, p_user, p_service, p_country, p_provider, p_price, p_currency, p_scope, p_key, p_request_hash,
      p_api_key, p_ip, app_now() + make_interval(secs => p_resolve_seconds)
    WHERE available >= p_price
    ON CONFLICT (user_id, idempotency_scope, idempotency_key) DO NOTHING
    RETURNING number INTO order_number;
  IF available < p_price THEN
    outcome := 'insufficient_funds';
    missing := p_price - available;
    RETURN;
  END IF;
  IF order_number IS NULL THEN
    outcome := 'known';
    RETURN;
  END IF;

  SELECT h.hold_id INTO held FROM hold_place(
    p_user, p_price, p_currency, 'order', p_id::text, p_hold_seconds, p_line_id, p_id, p_description) h;
  UPDATE orders SET hold_id = held.hold_id WHERE id = p_id;
  INSERT INTO audit_events
      (actor_kind, actor_id, actor_name, action, target_type, target_id, after, ip_address, request_id)
    VALUES (p_actor_kind, p_user, p_actor_name, 'order.requested', 'order', p_id::text,
      jsonb_build_object('number', order_number, 'priceMicros', p_price::text, 'for', p_description), p_ip, p_request_id);
  INSERT INTO outbox_events (kind, user_id, subject_id, payload)
    VALUES ('order.requested', p_user, p_id::text, jsonb_build_object('orderId', p_id));
  outcome := 'opened';
END $$;
