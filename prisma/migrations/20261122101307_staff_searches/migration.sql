-- Staff look for words in what a million lines of wallets say. The index is of PostgreSQL itself: no extension, which a
-- shop's own server may not allow. ASCII signs part words, so that "refund/INC-4711" is found by "4711".
CREATE FUNCTION line_words(p_text text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT to_tsvector('pg_catalog.simple'::regconfig, regexp_replace(p_text, '[!-/:-@\[-`{-~]+', ' ', 'g')) $$;

CREATE INDEX wallet_transactions_words ON wallet_transactions USING gin (line_words(description));

-- One order's page asks which orders were made again of it: few have any, and without it all orders are read.
CREATE INDEX orders_reactivation_of_idx ON orders (reactivation_of_id) WHERE reactivation_of_id IS NOT NULL;

-- The overview asks which services sold most over many days: the sums are in the index, and the rows of the few that are told
-- lie together.
CREATE INDEX daily_order_rollups_counted ON daily_order_rollups (day, service_id) INCLUDE (provider_id, orders);
CREATE INDEX daily_order_rollups_of_service ON daily_order_rollups (service_id, day);
