-- One row, made here, moved only by demo and tests.
INSERT INTO business_clock (id, offset_seconds) VALUES (1, 0);
ALTER TABLE business_clock ADD CONSTRAINT business_clock_one_row CHECK (id = 1);

-- Tells every process that business time was moved.
CREATE FUNCTION business_clock_notify() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_notify('patchbay_clock', NEW.offset_seconds::text);
  RETURN NULL;
END $$;
CREATE TRIGGER business_clock_changed AFTER UPDATE ON business_clock
  FOR EACH ROW EXECUTE FUNCTION business_clock_notify();

-- Tells every process at commit that something happened. The row is the truth; this is only the bell.
CREATE FUNCTION outbox_notify() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_notify('patchbay_events', json_build_object(
    'id', NEW.id::text, 'kind', NEW.kind, 'userId', NEW.user_id, 'subjectId', NEW.subject_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_written AFTER INSERT ON outbox_events
  FOR EACH ROW EXECUTE FUNCTION outbox_notify();

CREATE INDEX outbox_waiting ON outbox_events (next_attempt_at, id) WHERE dispatched_at IS NULL;
