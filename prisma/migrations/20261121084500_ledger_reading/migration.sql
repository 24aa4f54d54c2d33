-- An account's journal is read newest first and summed without touching the entries themselves.
CREATE INDEX ledger_entries_of_account ON ledger_entries (account_id, id) INCLUDE (amount);
CREATE INDEX ledger_accounts_by_balance ON ledger_accounts (balance DESC, id);
-- Whom a session from an address belongs to.
CREATE INDEX sessions_ip_address_idx ON sessions (ip_address) WHERE ip_address IS NOT NULL;
-- The trail filtered by what was done, by request, by address, newest first.
CREATE INDEX audit_events_action_idx ON audit_events (action text_pattern_ops, id DESC);
CREATE INDEX audit_events_request_id_idx ON audit_events (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX audit_events_ip_address_idx ON audit_events (ip_address, id DESC) WHERE ip_address IS NOT NULL;
