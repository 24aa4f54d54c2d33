-- The ledger defends itself: whatever connects, owner or not, can only add balanced transactions through the
-- functions below. Every refusal has its own code:
--   LG001 the journal is append-only           LG002 entry and account differ in currency
--   LG003 account edited by hand               LG004 transaction does not balance
--   LG005 entry for a transaction of the past  LG006 idempotency key used for another request
--   LG007 written past ledger_post             LG008 hold edited by hand or resolved twice
--   LG009 wallet line rewritten                AU001 audit trail or price history edited

-- Rules of the rows ---------------------------------------------------------------------------------------------

ALTER TABLE ledger_accounts
  ADD CONSTRAINT ledger_accounts_currency CHECK (currency ~ '^[A-Z]{3,5}$'),
  ADD CONSTRAINT ledger_accounts_user_scope CHECK ((kind = 'SYSTEM') = (user_id IS NULL)),
  -- A customer's negative balance lives in "debt", so available and held need no exception.
  ADD CONSTRAINT ledger_accounts_no_negative CHECK (
    kind = 'SYSTEM' OR CASE WHEN kind = 'USER_DEBT' THEN balance <= 0 ELSE balance >= 0 END),
  ADD CONSTRAINT ledger_accounts_only_system_uncached CHECK (is_cached OR kind = 'SYSTEM'),
  ADD CONSTRAINT ledger_accounts_uncached_zero CHECK (is_cached OR (balance = 0 AND version = 0)),
  ADD CONSTRAINT ledger_accounts_code CHECK (CASE kind
    WHEN 'USER_AVAILABLE' THEN code = 'available'
    WHEN 'USER_HELD' THEN code = 'held'
    WHEN 'USER_DEBT' THEN code = 'debt'
    ELSE code ~ '^(ext|rev|cost|suspense|fx):[a-z0-9_-]{2,40}$' END),
  ADD CONSTRAINT ledger_accounts_owner_code_currency UNIQUE NULLS NOT DISTINCT (user_id, code, currency);
-- Balances are updated in place all day: leave room on the page for it.
ALTER TABLE ledger_accounts SET (fillfactor = 60);

ALTER TABLE ledger_transactions
  ADD CONSTRAINT ledger_transactions_kind CHECK (length(kind) BETWEEN 1 AND 60),
  ADD CONSTRAINT ledger_transactions_key CHECK (length(idempotency_key) BETWEEN 8 AND 200),
  ADD CONSTRAINT ledger_transactions_ref CHECK ((ref_type IS NULL) = (ref_id IS NULL));
-- Captured or voided, once: the last defence under every race.
CREATE UNIQUE INDEX one_resolution_per_hold ON ledger_transactions (hold_id) WHERE hold_id IS NOT NULL;

ALTER TABLE ledger_entries
  ADD CONSTRAINT ledger_entries_amount CHECK (amount <> 0),
  ADD CONSTRAINT ledger_entries_cached CHECK ((balance_after IS NULL) = (account_version IS NULL));

ALTER TABLE holds
  ADD CONSTRAINT holds_amount CHECK (amount_micros > 0),
  ADD CONSTRAINT holds_owner CHECK (length(owner_type) BETWEEN 1 AND 40 AND length(owner_id) BETWEEN 1 AND 100),
  ADD CONSTRAINT holds_captured CHECK (CASE status
    WHEN 'CAPTURED' THEN captured_micros BETWEEN 1 AND amount_micros ELSE captured_micros = 0 END),
  ADD CONSTRAINT holds_resolved CHECK ((status = 'PENDING') = (resolved_at IS NULL));
CREATE INDEX hold_due ON holds (expires_at) WHERE status = 'PENDING';

ALTER TABLE wallet_transactions
  ADD CONSTRAINT wallet_transactions_currency CHECK (currency ~ '^[A-Z]{3,5}$'),
  ADD CONSTRAINT wallet_transactions_sign CHECK (CASE
    WHEN type IN ('DEPOSIT', 'REFUND') THEN amount_micros > 0
    WHEN type = 'ADJUSTMENT' THEN amount_micros <> 0
    ELSE amount_micros < 0 END),
  ADD CONSTRAINT wallet_transactions_description CHECK (length(description) <= 500),
  -- Completed means posted.
  ADD CONSTRAINT wallet_transactions_posted CHECK (status <> 'COMPLETED' OR ledger_transaction_id IS NOT NULL),
  ADD CONSTRAINT wallet_transactions_hold_posted CHECK (hold_id IS NULL OR ledger_transaction_id IS NOT NULL),
  ADD CONSTRAINT wallet_transactions_hold_fkey FOREIGN KEY (hold_id) REFERENCES holds (id);

-- Guards --------------------------------------------------------------------------------------------------------
-- Conditions stand in WHEN wherever they can: a row that is in order then costs no function call.

-- Refuses with the code, and the words, that the trigger names.
CREATE FUNCTION refuse_write() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '%: % on %', TG_ARGV[1], TG_OP, TG_TABLE_NAME USING ERRCODE = TG_ARGV[0];
END $$;

CREATE TRIGGER ledger_transactions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transactions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write('LG001', 'the ledger is append-only');
CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write('LG001', 'the ledger is append-only');
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write('AU001', 'the audit trail is append-only');
CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write('AU001', 'the audit trail is append-only');
CREATE TRIGGER price_changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price_changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write('AU001', 'the price history is append-only');

-- A transaction row is made by ledger_write alone, and carries the database transaction that made it.
CREATE TRIGGER ledger_transactions_guard BEFORE INSERT ON ledger_transactions FOR EACH ROW
  WHEN (current_setting('patchbay.posting', true) IS DISTINCT FROM 'on'
    OR NEW.posted_in_xid IS DISTINCT FROM pg_current_xact_id()::text)
  EXECUTE FUNCTION refuse_write('LG007', 'post through ledger_post');

-- Each entry applies itself to the cached account, so journal and cache cannot part. pg_current_xact_id() is the
-- top-level transaction's, also inside savepoints.
CREATE FUNCTION ledger_entry_apply() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  posted_in text;
BEGIN
  SELECT t.posted_in_xid INTO posted_in FROM ledger_transactions t WHERE t.id = NEW.transaction_id;
  IF posted_in IS DISTINCT FROM pg_current_xact_id()::text THEN
    RAISE EXCEPTION 'ledger transaction % is closed', NEW.transaction_id USING ERRCODE = 'LG005';
  END IF;
  IF current_setting('patchbay.posting', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'post through ledger_post: INSERT on ledger_entries' USING ERRCODE = 'LG007';
  END IF;
  NEW.balance_after := NULL;
  NEW.account_version := NULL;
  UPDATE ledger_accounts a SET balance = a.balance + NEW.amount, version = a.version + 1
    WHERE a.id = NEW.account_id AND a.is_cached AND a.currency = NEW.currency
    RETURNING a.balance, a.version INTO NEW.balance_after, NEW.account_version;
  IF NOT FOUND AND NOT EXISTS (
    SELECT 1 FROM ledger_accounts a WHERE a.id = NEW.account_id AND NOT a.is_cached AND a.currency = NEW.currency
  ) THEN
    RAISE EXCEPTION 'account % does not exist in %', NEW.account_id, NEW.currency USING ERRCODE = 'LG002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_entries_apply BEFORE INSERT ON ledger_entries
  FOR EACH ROW EXECUTE FUNCTION ledger_entry_apply();

-- At commit: at least two entries, zero in every currency.
CREATE FUNCTION ledger_transaction_check() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  entries bigint;
  in_balance boolean;
BEGIN
  SELECT sum(c.entries), bool_and(c.total = 0) INTO entries, in_balance
    FROM (SELECT count(*) AS entries, sum(e.amount) AS total FROM ledger_entries e
      WHERE e.transaction_id = NEW.id GROUP BY e.currency) c;
  IF coalesce(entries, 0) < 2 OR NOT in_balance THEN
    RAISE EXCEPTION 'ledger transaction % does not balance', NEW.id USING ERRCODE = 'LG004';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_transactions_balanced AFTER INSERT ON ledger_transactions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_transaction_check();

-- Accounts: born empty, moved by entries alone (then this UPDATE runs inside their trigger), never removed.
CREATE TRIGGER ledger_accounts_born_empty BEFORE INSERT ON ledger_accounts FOR EACH ROW
  WHEN (NEW.balance <> 0 OR NEW.version <> 0)
  EXECUTE FUNCTION refuse_write('LG003', 'balances come from entries');
CREATE TRIGGER ledger_accounts_guard BEFORE UPDATE ON ledger_accounts FOR EACH ROW
  WHEN (pg_trigger_depth() = 0 OR current_setting('patchbay.posting', true) IS DISTINCT FROM 'on'
    OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.code <> OLD.code OR NEW.user_id IS DISTINCT FROM OLD.user_id
    OR NEW.currency <> OLD.currency OR NEW.is_cached <> OLD.is_cached OR NEW.version <> OLD.version + 1)
  EXECUTE FUNCTION refuse_write('LG003', 'accounts are not edited');
CREATE TRIGGER ledger_accounts_kept BEFORE DELETE OR TRUNCATE ON ledger_accounts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write('LG003', 'accounts are kept');

-- Holds: placed and resolved by their functions, once, otherwise as they were.
CREATE TRIGGER holds_placed BEFORE INSERT ON holds FOR EACH ROW
  WHEN (current_setting('patchbay.holding', true) IS DISTINCT FROM 'on' OR NEW.status <> 'PENDING')
  EXECUTE FUNCTION refuse_write('LG008', 'holds are placed by hold_place');
CREATE TRIGGER holds_guard BEFORE UPDATE ON holds FOR EACH ROW
  WHEN (current_setting('patchbay.holding', true) IS DISTINCT FROM 'on'
    OR OLD.status <> 'PENDING' OR NEW.status = 'PENDING'
    OR NEW.id <> OLD.id OR NEW.user_id <> OLD.user_id OR NEW.currency <> OLD.currency
    OR NEW.amount_micros <> OLD.amount_micros OR NEW.placed_by_tx_id <> OLD.placed_by_tx_id
    OR NEW.owner_type <> OLD.owner_type OR NEW.owner_id <> OLD.owner_id)
  EXECUTE FUNCTION refuse_write('LG008', 'holds are resolved once, by hold_capture or hold_void');
CREATE TRIGGER holds_kept BEFORE DELETE OR TRUNCATE ON holds
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write('LG008', 'holds are kept');

-- Wallet lines: what was settled stays as it was told to the customer.
CREATE TRIGGER wallet_transactions_guard BEFORE UPDATE ON wallet_transactions FOR EACH ROW
  WHEN (NEW.id <> OLD.id OR NEW.user_id <> OLD.user_id OR NEW.type <> OLD.type OR NEW.currency <> OLD.currency
    OR NEW.hold_id IS DISTINCT FROM OLD.hold_id
    OR (OLD.ledger_transaction_id IS NOT NULL AND NEW.ledger_transaction_id IS DISTINCT FROM OLD.ledger_transaction_id)
    OR (OLD.status <> 'PENDING' AND (NEW.status <> OLD.status OR NEW.amount_micros <> OLD.amount_micros)))
  EXECUTE FUNCTION refuse_write('LG009', 'settled wallet lines stay');
CREATE TRIGGER wallet_transactions_kept BEFORE DELETE OR TRUNCATE ON wallet_transactions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_write('LG009', 'wallet lines are kept');

-- Posting -------------------------------------------------------------------------------------------------------
-- READ COMMITTED is enough everywhere: each row is locked before its balance decides. Lock order: hold, then accounts
-- by id; a customer's available account has the lowest id of the three.

-- The account of a customer (available, held, debt) or of the house ("rev:otp"), made when it is first needed.
CREATE FUNCTION ledger_account_id(p_user uuid, p_code text, p_currency text) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  account bigint;
BEGIN
  SELECT a.id INTO account FROM ledger_accounts a
    WHERE a.user_id IS NOT DISTINCT FROM p_user AND a.code = p_code AND a.currency = p_currency;
  IF FOUND THEN
    RETURN account;
  END IF;
  IF p_user IS NULL THEN
    INSERT INTO ledger_accounts (kind, code, currency, is_cached) VALUES ('SYSTEM', p_code, p_currency, false)
      ON CONFLICT DO NOTHING;
  ELSE
    -- All three together, so that their ids always have this order.
    INSERT INTO ledger_accounts (kind, code, user_id, currency)
      SELECT k.kind::"LedgerAccountKind", k.code, p_user, p_currency
      FROM (VALUES (1, 'USER_AVAILABLE', 'available'), (2, 'USER_HELD', 'held'), (3, 'USER_DEBT', 'debt'))
        AS k (position, kind, code)
      ORDER BY k.position
      ON CONFLICT DO NOTHING;
  END IF;
  SELECT a.id INTO STRICT account FROM ledger_accounts a
    WHERE a.user_id IS NOT DISTINCT FROM p_user AND a.code = p_code AND a.currency = p_currency;
  RETURN account;
END $$;

CREATE FUNCTION ledger_request_hash(p_request jsonb) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT sha256(convert_to(p_request::text, 'UTF8'))
$$;

-- The one writer of the journal. Says replayed when the key was used before for the same request (same hash).
CREATE FUNCTION ledger_write(
  p_kind text, p_key text, p_hash bytea, p_accounts bigint[], p_amounts bigint[], p_currency text,
  p_hold_id bigint, p_reverses bigint, p_ref_type text, p_ref_id text, p_event_at timestamptz,
  OUT tx_id bigint, OUT replayed boolean)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  flag text;
  known_hash bytea;
BEGIN
  replayed := false;
  flag := set_config('patchbay.posting', 'on', true);
  INSERT INTO ledger_transactions
      (kind, idempotency_key, request_hash, hold_id, reverses_tx_id, ref_type, ref_id, event_at)
    VALUES (p_kind, p_key, p_hash, p_hold_id, p_reverses, p_ref_type, p_ref_id, coalesce(p_event_at, app_now()))
    ON CONFLICT (idempotency_key) DO NOTHING RETURNING id INTO tx_id;
  IF tx_id IS NOT NULL THEN
    -- In account order, which is the lock order.
    INSERT INTO ledger_entries (transaction_id, account_id, currency, amount)
      SELECT tx_id, e.account_id, p_currency, e.amount
      FROM unnest(p_accounts, p_amounts) AS e (account_id, amount) ORDER BY e.account_id;
  END IF;
  flag := set_config('patchbay.posting', '', true);
  IF tx_id IS NULL THEN
    SELECT t.id, t.request_hash INTO STRICT tx_id, known_hash FROM ledger_transactions t WHERE t.idempotency_key = p_key;
    IF known_hash <> p_hash THEN
      RAISE EXCEPTION 'idempotency key % belongs to another request', p_key USING ERRCODE = 'LG006';
    END IF;
    replayed := true;
  END IF;
END $$;

-- Posts a transaction: amounts (micro-units) by account, zero in sum. The same key posts once, for ever.
CREATE FUNCTION ledger_post(
  p_kind text, p_key text, p_accounts bigint[], p_amounts bigint[], p_currency text,
  p_hold_id bigint DEFAULT NULL, p_reverses bigint DEFAULT NULL,
  p_ref_type text DEFAULT NULL, p_ref_id text DEFAULT NULL, p_event_at timestamptz DEFAULT NULL,
  OUT tx_id bigint, OUT replayed boolean)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF cardinality(p_accounts) < 2 OR cardinality(p_accounts) <> cardinality(p_amounts)
      OR (SELECT sum(a) FROM unnest(p_amounts) AS a) <> 0 THEN
    RAISE EXCEPTION 'the posting does not balance' USING ERRCODE = 'LG004';
  END IF;
  SELECT w.tx_id, w.replayed INTO tx_id, replayed FROM ledger_write(
    p_kind, p_key,
    ledger_request_hash(jsonb_build_array(
      p_kind, p_accounts, p_amounts, p_currency, p_hold_id, p_reverses, p_ref_type, p_ref_id)),
    p_accounts, p_amounts, p_currency, p_hold_id, p_reverses, p_ref_type, p_ref_id, p_event_at) AS w;
END $$;

-- Holds ---------------------------------------------------------------------------------------------------------

-- Takes the amount from available into held and writes the customer's line (PURCHASE, PENDING). Not enough money:
-- hold_id is null and missing says how much. The same owner asking again gets the same hold.
CREATE FUNCTION hold_place(
  p_user uuid, p_amount bigint, p_currency text, p_owner_type text, p_owner_id text, p_expires_in_seconds integer,
  p_line_id uuid, p_order_id uuid DEFAULT NULL, p_description text DEFAULT NULL,
  OUT hold_id bigint, OUT ledger_transaction_id bigint, OUT available bigint, OUT missing bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  flag text;
  available_id bigint;
  held_id bigint;
  replayed boolean;
BEGIN
  IF p_amount <= 0 THEN
    RAISE EXCEPTION 'a hold needs an amount above zero' USING ERRCODE = '22023';
  END IF;
  SELECT a.id, a.balance,
      (SELECT h.id FROM ledger_accounts h WHERE h.user_id = p_user AND h.code = 'held' AND h.currency = p_currency)
    INTO available_id, available, held_id
    FROM ledger_accounts a WHERE a.user_id = p_user AND a.code = 'available' AND a.currency = p_currency
    FOR NO KEY UPDATE;
  available := coalesce(available, 0);
  missing := greatest(p_amount - available, 0);
  IF missing > 0 THEN
    SELECT h.id, h.placed_by_tx_id INTO hold_id, ledger_transaction_id FROM holds h
      WHERE h.owner_type = p_owner_type AND h.owner_id = p_owner_id
        AND h.user_id = p_user AND h.amount_micros = p_amount AND h.currency = p_currency;
    RETURN;
  END IF;
  SELECT w.tx_id, w.replayed INTO ledger_transaction_id, replayed FROM ledger_write(
    'hold.placed', 'hold:' || p_owner_type || ':' || p_owner_id,
    ledger_request_hash(jsonb_build_array('hold.placed', available_id, p_amount, p_currency)),
    ARRAY[available_id, held_id], ARRAY[-p_amount, p_amount], p_currency, NULL, NULL, p_owner_type, p_owner_id, NULL) AS w;
  IF replayed THEN
    SELECT h.id INTO STRICT hold_id FROM holds h WHERE h.placed_by_tx_id = ledger_transaction_id;
    RETURN;
  END IF;
  available := available - p_amount;
  flag := set_config('patchbay.holding', 'on', true);
  INSERT INTO holds (user_id, currency, amount_micros, placed_by_tx_id, owner_type, owner_id, expires_at)
    VALUES (p_user, p_currency, p_amount, ledger_transaction_id, p_owner_type, p_owner_id,
      app_now() + make_interval(secs => p_expires_in_seconds))
    RETURNING id INTO hold_id;
  flag := set_config('patchbay.holding', '', true);
  INSERT INTO wallet_transactions
      (id, user_id, type, status, amount_micros, currency, gateway, payment_method, description, order_id, hold_id, ledger_transaction_id)
    VALUES (p_line_id, p_user, 'PURCHASE', 'PENDING', -p_amount, p_currency, 'INTERNAL', 'BALANCE', p_description,
      p_order_id, hold_id, ledger_transaction_id);
END $$;

-- Pays the house from the hold; what is not captured returns to available in the same transaction. False when the
-- hold was resolved before.
CREATE FUNCTION hold_capture(
  p_hold_id bigint, p_amount bigint, p_revenue_code text,
  OUT captured boolean, OUT ledger_transaction_id bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  flag text;
  held holds%ROWTYPE;
  taken bigint;
  accounts bigint[];
  amounts bigint[];
BEGIN
  captured := false;
  SELECT h.* INTO held FROM holds h WHERE h.id = p_hold_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'hold % does not exist', p_hold_id USING ERRCODE = 'LG008';
  END IF;
  IF held.status <> 'PENDING' THEN
    RETURN;
  END IF;
  taken := coalesce(p_amount, held.amount_micros);
  IF taken <= 0 OR taken > held.amount_micros THEN
    RAISE EXCEPTION 'hold % of % cannot pay %', p_hold_id, held.amount_micros, taken USING ERRCODE = '22023';
  END IF;
  accounts := ARRAY[ledger_account_id(held.user_id, 'held', held.currency),
    ledger_account_id(NULL, p_revenue_code, held.currency)];
  amounts := ARRAY[-held.amount_micros, taken];
  IF taken < held.amount_micros THEN
    accounts := accounts || ledger_account_id(held.user_id, 'available', held.currency);
    amounts := amounts || (held.amount_micros - taken);
  END IF;
  SELECT w.tx_id INTO ledger_transaction_id FROM ledger_write(
    'hold.captured', 'hold:' || p_hold_id || ':capture',
    ledger_request_hash(jsonb_build_array('hold.captured', p_hold_id, taken, p_revenue_code)),
    accounts, amounts, held.currency, p_hold_id, NULL, held.owner_type, held.owner_id, NULL) AS w;
  flag := set_config('patchbay.holding', 'on', true);
  UPDATE holds h SET status = 'CAPTURED', captured_micros = taken, resolved_at = app_now() WHERE h.id = p_hold_id;
  flag := set_config('patchbay.holding', '', true);
  UPDATE wallet_transactions l SET status = 'COMPLETED', amount_micros = -taken, updated_at = now()
    WHERE l.hold_id = p_hold_id;
  captured := true;
END $$;

-- Gives the whole hold back to available. False when the hold was resolved before.
CREATE FUNCTION hold_void(p_hold_id bigint, OUT voided boolean, OUT ledger_transaction_id bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  flag text;
  held holds%ROWTYPE;
BEGIN
  voided := false;
  SELECT h.* INTO held FROM holds h WHERE h.id = p_hold_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'hold % does not exist', p_hold_id USING ERRCODE = 'LG008';
  END IF;
  IF held.status <> 'PENDING' THEN
    RETURN;
  END IF;
  SELECT w.tx_id INTO ledger_transaction_id FROM ledger_write(
    'hold.voided', 'hold:' || p_hold_id || ':void',
    ledger_request_hash(jsonb_build_array('hold.voided', p_hold_id)),
    ARRAY[ledger_account_id(held.user_id, 'available', held.currency), ledger_account_id(held.user_id, 'held', held.currency)],
    ARRAY[held.amount_micros, -held.amount_micros],
    held.currency, p_hold_id, NULL, held.owner_type, held.owner_id, NULL) AS w;
  flag := set_config('patchbay.holding', 'on', true);
  UPDATE holds h SET status = 'VOIDED', resolved_at = app_now() WHERE h.id = p_hold_id;
  flag := set_config('patchbay.holding', '', true);
  UPDATE wallet_transactions l SET status = 'FAILED', updated_at = now() WHERE l.hold_id = p_hold_id;
  voided := true;
END $$;

-- Money in, money back, money taken -----------------------------------------------------------------------------

-- Brings money in from outside ("ext:stripe"): debt is paid first, the rest is available. Writes the customer's line.
CREATE FUNCTION wallet_deposit(
  p_user uuid, p_amount bigint, p_currency text, p_source_code text, p_kind text, p_key text,
  p_line_id uuid, p_line_type "WalletTransactionType", p_gateway "Gateway", p_method "PaymentMethod",
  p_gateway_transaction_id text DEFAULT NULL, p_description text DEFAULT NULL,
  OUT ledger_transaction_id bigint, OUT replayed boolean, OUT debt_paid bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  available_id bigint;
  debt_id bigint;
  accounts bigint[];
  amounts bigint[];
BEGIN
  IF p_amount <= 0 THEN
    RAISE EXCEPTION 'a deposit needs an amount above zero' USING ERRCODE = '22023';
  END IF;
  available_id := ledger_account_id(p_user, 'available', p_currency);
  -- Whoever changes debt holds this lock first.
  PERFORM 1 FROM ledger_accounts a WHERE a.id = available_id FOR NO KEY UPDATE;
  SELECT d.id, least(-d.balance, p_amount) INTO STRICT debt_id, debt_paid FROM ledger_accounts d
    WHERE d.user_id = p_user AND d.code = 'debt' AND d.currency = p_currency;
  accounts := ARRAY[ledger_account_id(NULL, p_source_code, p_currency)];
  amounts := ARRAY[-p_amount];
  IF debt_paid > 0 THEN
    accounts := accounts || debt_id;
    amounts := amounts || debt_paid;
  END IF;
  IF p_amount > debt_paid THEN
    accounts := accounts || available_id;
    amounts := amounts || (p_amount - debt_paid);
  END IF;
  -- The request, not its split: a repetition finds other debts.
  SELECT w.tx_id, w.replayed INTO ledger_transaction_id, replayed FROM ledger_write(
    p_kind, p_key,
    ledger_request_hash(jsonb_build_array(p_kind, p_user, p_amount, p_currency, p_source_code)),
    accounts, amounts, p_currency, NULL, NULL, 'wallet-line', p_line_id::text, NULL) AS w;
  IF NOT replayed THEN
    INSERT INTO wallet_transactions
        (id, user_id, type, status, amount_micros, currency, gateway, payment_method, gateway_transaction_id, description, ledger_transaction_id)
      VALUES (p_line_id, p_user, p_line_type, 'COMPLETED', p_amount, p_currency, p_gateway, p_method,
        p_gateway_transaction_id, p_description, ledger_transaction_id);
  END IF;
END $$;

-- Takes money out of a wallet (an adjustment). Beyond what is available it is refused (missing says how much), or
-- becomes debt where that is allowed.
CREATE FUNCTION wallet_take(
  p_user uuid, p_amount bigint, p_currency text, p_target_code text, p_kind text, p_key text, p_may_owe boolean,
  p_line_id uuid, p_gateway "Gateway", p_method "PaymentMethod", p_description text DEFAULT NULL,
  OUT ledger_transaction_id bigint, OUT replayed boolean, OUT available bigint, OUT missing bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  available_id bigint;
  accounts bigint[];
  amounts bigint[];
  known boolean;
BEGIN
  IF p_amount <= 0 THEN
    RAISE EXCEPTION 'nothing to take' USING ERRCODE = '22023';
  END IF;
  replayed := false;
  available_id := ledger_account_id(p_user, 'available', p_currency);
  SELECT a.balance INTO STRICT available FROM ledger_accounts a WHERE a.id = available_id FOR NO KEY UPDATE;
  missing := greatest(p_amount - available, 0);
  IF missing > 0 AND NOT p_may_owe THEN
    -- A repetition must hear of its success, however poor the wallet has become.
    SELECT EXISTS (SELECT 1 FROM ledger_transactions t WHERE t.idempotency_key = p_key) INTO known;
    IF NOT known THEN
      RETURN;
    END IF;
  END IF;
  accounts := ARRAY[ledger_account_id(NULL, p_target_code, p_currency)];
  amounts := ARRAY[p_amount];
  IF p_amount > missing THEN
    accounts := accounts || available_id;
    amounts := amounts || (missing - p_amount);
  END IF;
  IF missing > 0 THEN
    accounts := accounts || ledger_account_id(p_user, 'debt', p_currency);
    amounts := amounts || -missing;
  END IF;
  SELECT w.tx_id, w.replayed INTO ledger_transaction_id, replayed FROM ledger_write(
    p_kind, p_key,
    ledger_request_hash(jsonb_build_array(p_kind, p_user, p_amount, p_currency, p_target_code)),
    accounts, amounts, p_currency, NULL, NULL, 'wallet-line', p_line_id::text, NULL) AS w;
  IF NOT replayed THEN
    INSERT INTO wallet_transactions
        (id, user_id, type, status, amount_micros, currency, gateway, payment_method, description, ledger_transaction_id)
      VALUES (p_line_id, p_user, 'ADJUSTMENT', 'COMPLETED', -p_amount, p_currency, p_gateway, p_method, p_description,
        ledger_transaction_id);
  END IF;
END $$;

-- Gives back what an order cost, whole or in part: never more than its completed lines paid. Beyond that nothing is
-- posted, and refundable says what is left.
CREATE FUNCTION wallet_refund(
  p_user uuid, p_order_id uuid, p_amount bigint, p_currency text, p_revenue_code text, p_key text,
  p_line_id uuid, p_description text DEFAULT NULL,
  OUT ledger_transaction_id bigint, OUT replayed boolean, OUT refundable bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  available_id bigint;
  known boolean;
BEGIN
  IF p_amount <= 0 THEN
    RAISE EXCEPTION 'a refund needs an amount above zero' USING ERRCODE = '22023';
  END IF;
  replayed := false;
  available_id := ledger_account_id(p_user, 'available', p_currency);
  -- Refunds of one customer go one after the other.
  PERFORM 1 FROM ledger_accounts a WHERE a.id = available_id FOR NO KEY UPDATE;
  SELECT coalesce(-sum(l.amount_micros), 0)::bigint INTO refundable FROM wallet_transactions l
    WHERE l.order_id = p_order_id AND l.user_id = p_user AND l.currency = p_currency AND l.status = 'COMPLETED';
  IF p_amount > refundable THEN
    SELECT EXISTS (SELECT 1 FROM ledger_transactions t WHERE t.idempotency_key = p_key) INTO known;
    IF NOT known THEN
      RETURN;
    END IF;
  END IF;
  SELECT w.tx_id, w.replayed INTO ledger_transaction_id, replayed FROM ledger_write(
    'order.refunded', p_key,
    ledger_request_hash(jsonb_build_array('order.refunded', p_user, p_order_id, p_amount, p_currency, p_revenue_code)),
    ARRAY[available_id, ledger_account_id(NULL, p_revenue_code, p_currency)], ARRAY[p_amount, -p_amount],
    p_currency, NULL, NULL, 'order', p_order_id::text, NULL) AS w;
  IF NOT replayed THEN
    refundable := refundable - p_amount;
    INSERT INTO wallet_transactions
        (id, user_id, type, status, amount_micros, currency, gateway, payment_method, description, order_id, ledger_transaction_id)
      VALUES (p_line_id, p_user, 'REFUND', 'COMPLETED', p_amount, p_currency, 'INTERNAL', 'BALANCE', p_description,
        p_order_id, ledger_transaction_id);
  END IF;
END $$;

-- The house's accounts, so that the first customers do not wait for each other's.
SELECT ledger_account_id(NULL, code, 'USD') FROM unnest(ARRAY[
  'ext:stripe', 'ext:mercadopago', 'ext:btc', 'ext:usdt', 'ext:internal', 'ext:sandbox',
  'rev:otp', 'rev:sms', 'rev:vpn', 'cost:chargeback', 'suspense:crypto', 'fx:rounding']) AS code;
