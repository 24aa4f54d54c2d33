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
