-- CreateEnum
CREATE TYPE "ApiKeyMode" AS ENUM ('LIVE', 'SANDBOX');

-- CreateEnum
CREATE TYPE "HandlerErrors" AS ENUM ('VANILLA', 'HTTP');

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "project_id" UUID;

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "project_id" UUID,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "last4" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "mode" "ApiKeyMode" NOT NULL DEFAULT 'LIVE',
    "scopes" TEXT[],
    "rate_limit" INTEGER NOT NULL DEFAULT 600,
    "ip_restrictions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "max_price_micros" BIGINT,
    "handler_errors" "HandlerErrors" NOT NULL DEFAULT 'VANILLA',
    "numbers_status_suffix" BOOLEAN NOT NULL DEFAULT false,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "replaced_by_id" UUID,
    "overlap_until" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key_price_limits" (
    "api_key_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "max_price_micros" BIGINT NOT NULL,

    CONSTRAINT "api_key_price_limits_pkey" PRIMARY KEY ("api_key_id","service_id")
);

-- CreateTable
CREATE TABLE "api_call_stats" (
    "api_key_id" UUID NOT NULL,
    "door" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "errors" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "latency_ms" BIGINT NOT NULL DEFAULT 0,
    "within_10" INTEGER NOT NULL DEFAULT 0,
    "within_50" INTEGER NOT NULL DEFAULT 0,
    "within_200" INTEGER NOT NULL DEFAULT 0,
    "within_1000" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "api_call_stats_pkey" PRIMARY KEY ("api_key_id","door","hour")
);

-- CreateTable
CREATE TABLE "api_user_limits" (
    "user_id" UUID NOT NULL,
    "rate_limit" INTEGER,
    "max_keys" INTEGER,
    "is_blocked" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_user_limits_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "projects" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "default_country_id" UUID,
    "default_service_id" UUID,
    "area_code" TEXT,
    "monthly_limit_micros" BIGINT,
    "api_calls" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_digest_key" ON "api_keys"("digest");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_replaced_by_id_key" ON "api_keys"("replaced_by_id");

-- CreateIndex
CREATE INDEX "api_keys_user_id_created_at_idx" ON "api_keys"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "api_keys_project_id_idx" ON "api_keys"("project_id");

-- CreateIndex
CREATE INDEX "api_keys_created_at_idx" ON "api_keys"("created_at");

-- CreateIndex
CREATE INDEX "api_key_price_limits_service_id_idx" ON "api_key_price_limits"("service_id");

-- CreateIndex
CREATE INDEX "api_call_stats_hour_idx" ON "api_call_stats"("hour");

-- CreateIndex
CREATE INDEX "projects_user_id_created_at_idx" ON "projects"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "projects_default_country_id_idx" ON "projects"("default_country_id");

-- CreateIndex
CREATE INDEX "projects_default_service_id_idx" ON "projects"("default_service_id");

-- CreateIndex
CREATE INDEX "orders_project_id_start_at_idx" ON "orders"("project_id", "start_at");

-- CreateIndex
CREATE INDEX "orders_api_key_id_start_at_idx" ON "orders"("api_key_id", "start_at");

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "api_keys"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key_price_limits" ADD CONSTRAINT "api_key_price_limits_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_keys"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key_price_limits" ADD CONSTRAINT "api_key_price_limits_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "services"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_call_stats" ADD CONSTRAINT "api_call_stats_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_keys"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_user_limits" ADD CONSTRAINT "api_user_limits_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_keys"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_default_country_id_fkey" FOREIGN KEY ("default_country_id") REFERENCES "countries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_default_service_id_fkey" FOREIGN KEY ("default_service_id") REFERENCES "services"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE api_keys
  ADD CONSTRAINT api_keys_name CHECK (length(name) BETWEEN 1 AND 80),
  ADD CONSTRAINT api_keys_digest_form CHECK (digest ~ '^[A-Za-z0-9_-]{43}$'),
  ADD CONSTRAINT api_keys_rate CHECK (rate_limit BETWEEN 1 AND 100000),
  ADD CONSTRAINT api_keys_price CHECK (max_price_micros >= 0),
  ADD CONSTRAINT api_keys_overlap CHECK ((replaced_by_id IS NULL) = (overlap_until IS NULL));
ALTER TABLE api_key_price_limits ADD CONSTRAINT api_key_price_limits_price CHECK (max_price_micros >= 0);
ALTER TABLE api_call_stats
  ADD CONSTRAINT api_call_stats_counts CHECK (calls >= 0 AND errors >= 0 AND refused >= 0 AND latency_ms >= 0);
ALTER TABLE api_user_limits
  ADD CONSTRAINT api_user_limits_rate CHECK (rate_limit BETWEEN 1 AND 100000),
  ADD CONSTRAINT api_user_limits_keys CHECK (max_keys BETWEEN 0 AND 1000);
ALTER TABLE projects
  ADD CONSTRAINT projects_name CHECK (length(name) BETWEEN 1 AND 80),
  ADD CONSTRAINT projects_limit CHECK (monthly_limit_micros >= 0),
  ADD CONSTRAINT projects_area_code CHECK (area_code ~ '^[0-9]{1,8}$');
-- The living projects of a person are told apart by their names.
CREATE UNIQUE INDEX projects_living_name ON projects (user_id, lower(name)) WHERE archived_at IS NULL;

-- What a project spent in this calendar month (UTC, business time): what is set aside or was paid, refunds taken off.
CREATE FUNCTION project_spending(p_project uuid) RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(sum(o.price_micros - o.refunded_micros), 0)::bigint FROM orders o
  WHERE o.project_id = p_project AND NOT o.is_sandbox
    AND o.start_at >= date_trunc('month', app_now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
    AND (o.status IN ('PENDING', 'ACTIVE') OR o.first_code_at IS NOT NULL)
$$;

-- Orders of a project know it, and its monthly limit is asked in the transaction that sets the money aside.
DROP FUNCTION order_open(uuid, uuid, uuid, uuid, uuid, bigint, text, text, text, text, uuid, text, integer, integer, uuid, text, boolean, integer, "ActorKind", text, text);
CREATE FUNCTION order_open(
  p_id uuid, p_user uuid, p_service uuid, p_country uuid, p_provider uuid, p_price bigint, p_currency text,
  p_scope text, p_key text, p_request_hash text, p_api_key uuid, p_ip text, p_resolve_seconds integer,
  p_hold_seconds integer, p_line_id uuid, p_description text, p_is_own_shelf boolean, p_daily_limit integer,
  p_actor_kind "ActorKind", p_actor_name text, p_request_id text,
  p_project uuid,
  OUT outcome text, OUT order_number integer, OUT missing bigint, OUT available bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  held record;
  being_connected bigint;
  monthly_limit bigint;
  spent bigint;
  free bigint;
BEGIN
  SELECT CASE WHEN u.status = 'SUSPENDED' THEN 'suspended'
      WHEN EXISTS (SELECT 1 FROM wallet_freezes z WHERE z.user_id = p_user) THEN 'wallet_frozen' END
    INTO STRICT outcome FROM users u WHERE u.id = p_user;
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
    SELECT count(*) FROM orders o WHERE o.user_id = p_user AND o.status <> 'FAILED' AND NOT o.is_sandbox
      AND o.start_at >= date_trunc('day', app_now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') >= p_daily_limit
  THEN
    outcome := 'daily_limit_reached';
    RETURN;
  END IF;

  -- Rents of one person come here one after the other: the account's row is locked above.
  IF p_project IS NOT NULL THEN
    SELECT p.monthly_limit_micros INTO monthly_limit FROM projects p WHERE p.id = p_project;
    IF monthly_limit IS NOT NULL THEN
      spent := project_spending(p_project);
      IF spent + p_price > monthly_limit THEN
        outcome := 'project_limit_reached';
        missing := spent + p_price - monthly_limit;
        available := monthly_limit - spent;
        RETURN;
      END IF;
    END IF;
  END IF;

  INSERT INTO orders (id, user_id, service_id, country_id, provider_id, price_micros, currency, idempotency_scope,
      idempotency_key, request_hash, api_key_id, project_id, ip_address, resolve_by)
    SELECT p_id, p_user, p_service, p_country, p_provider, p_price, p_currency, p_scope, p_key, p_request_hash,
      p_api_key, p_project, p_ip, app_now() + make_interval(secs => p_resolve_seconds)
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

-- Processes keep keys in memory. Whatever a key's check looks at rings here at commit, with the digests that it concerns.
CREATE FUNCTION api_key_bell(digests text[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public AS $$
  -- A notification holds less than 8,000 bytes: 150 digests each.
  SELECT pg_notify('patchbay_api_keys', string_agg(digest, ','))
  FROM (SELECT digest, (row_number() OVER () - 1) / 150 AS part FROM unnest(digests) AS digest) numbered
  GROUP BY part
$$;

CREATE FUNCTION api_key_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM api_key_bell(ARRAY[OLD.digest]);
  RETURN NULL;
END $$;
-- When it was used last changes all the time and decides nothing.
CREATE TRIGGER api_keys_bell_update AFTER UPDATE ON api_keys
  FOR EACH ROW WHEN (
    (OLD.user_id, OLD.project_id, OLD.digest, OLD.mode, OLD.scopes, OLD.rate_limit, OLD.ip_restrictions, OLD.max_price_micros,
      OLD.handler_errors, OLD.numbers_status_suffix, OLD.expires_at, OLD.revoked_at, OLD.replaced_by_id, OLD.overlap_until)
    IS DISTINCT FROM
    (NEW.user_id, NEW.project_id, NEW.digest, NEW.mode, NEW.scopes, NEW.rate_limit, NEW.ip_restrictions, NEW.max_price_micros,
      NEW.handler_errors, NEW.numbers_status_suffix, NEW.expires_at, NEW.revoked_at, NEW.replaced_by_id, NEW.overlap_until))
  EXECUTE FUNCTION api_key_changed();
CREATE TRIGGER api_keys_bell_delete AFTER DELETE ON api_keys FOR EACH ROW EXECUTE FUNCTION api_key_changed();

CREATE FUNCTION api_key_price_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM api_key_bell((SELECT array_agg(k.digest) FROM api_keys k WHERE k.id = coalesce(NEW.api_key_id, OLD.api_key_id)));
  RETURN NULL;
END $$;
CREATE TRIGGER api_key_price_limits_bell AFTER INSERT OR UPDATE OR DELETE ON api_key_price_limits
  FOR EACH ROW EXECUTE FUNCTION api_key_price_changed();

CREATE FUNCTION api_key_project_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM api_key_bell((SELECT array_agg(k.digest) FROM api_keys k WHERE k.project_id = NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER projects_api_key_bell AFTER UPDATE ON projects
  FOR EACH ROW WHEN (
    (OLD.default_country_id, OLD.default_service_id, OLD.area_code, OLD.archived_at)
    IS DISTINCT FROM (NEW.default_country_id, NEW.default_service_id, NEW.area_code, NEW.archived_at))
  EXECUTE FUNCTION api_key_project_changed();

CREATE FUNCTION api_key_owner_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM api_key_bell((SELECT array_agg(k.digest) FROM api_keys k WHERE k.user_id = NEW.id AND k.revoked_at IS NULL));
  RETURN NULL;
END $$;
CREATE TRIGGER users_api_key_bell AFTER UPDATE ON users
  FOR EACH ROW WHEN (
    (OLD.status, OLD.role, OLD.username, OLD.verification_level)
    IS DISTINCT FROM (NEW.status, NEW.role, NEW.username, NEW.verification_level))
  EXECUTE FUNCTION api_key_owner_changed();

CREATE FUNCTION api_key_allowance_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM api_key_bell((SELECT array_agg(k.digest) FROM api_keys k
    WHERE k.user_id = coalesce(NEW.user_id, OLD.user_id) AND k.revoked_at IS NULL));
  RETURN NULL;
END $$;
CREATE TRIGGER api_user_limits_bell AFTER INSERT OR UPDATE OR DELETE ON api_user_limits
  FOR EACH ROW EXECUTE FUNCTION api_key_allowance_changed();
