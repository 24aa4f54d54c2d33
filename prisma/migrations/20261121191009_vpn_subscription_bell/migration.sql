-- Processes keep the documents of secret links in memory. Whatever a document shows rings here at commit: the ids of the
-- subscriptions, or * where it may concern all of them. A notification holds less than 8,000 bytes: 200 ids each.
CREATE FUNCTION subscription_bell(ids uuid[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public AS $$
  SELECT pg_notify('patchbay_subscriptions', string_agg(id::text, ','))
  FROM (SELECT id, (row_number() OVER () - 1) / 200 AS part FROM (SELECT DISTINCT unnest(ids) AS id) one) numbered
  GROUP BY part
$$;

CREATE FUNCTION subscription_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM subscription_bell((SELECT array_agg(id) FROM before));
  RETURN NULL;
END $$;
CREATE TRIGGER subscriptions_bell_update AFTER UPDATE ON subscriptions
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION subscription_changed();
CREATE TRIGGER subscriptions_bell_delete AFTER DELETE ON subscriptions
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION subscription_changed();

CREATE FUNCTION subscription_part_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM subscription_bell((SELECT array_agg(subscription_id) FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER subscription_credentials_bell_insert AFTER INSERT ON subscription_credentials
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION subscription_part_changed();
CREATE TRIGGER subscription_credentials_bell_update AFTER UPDATE ON subscription_credentials
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION subscription_part_changed();
CREATE TRIGGER subscription_credentials_bell_delete AFTER DELETE ON subscription_credentials
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION subscription_part_changed();
CREATE TRIGGER user_configs_bell_insert AFTER INSERT ON user_configs
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION subscription_part_changed();
CREATE TRIGGER user_configs_bell_update AFTER UPDATE ON user_configs
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION subscription_part_changed();
CREATE TRIGGER user_configs_bell_delete AFTER DELETE ON user_configs
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION subscription_part_changed();

CREATE FUNCTION subscription_owner_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM subscription_bell((SELECT array_agg(id) FROM subscriptions WHERE user_id = NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER users_subscription_bell AFTER UPDATE OF locale ON users
  FOR EACH ROW WHEN (OLD.locale IS DISTINCT FROM NEW.locale) EXECUTE FUNCTION subscription_owner_changed();

CREATE FUNCTION all_subscriptions_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_notify('patchbay_subscriptions', '*');
  RETURN NULL;
END $$;
CREATE TRIGGER plans_subscription_bell AFTER UPDATE OF name, name_fa, name_pt ON plans
  FOR EACH ROW WHEN ((OLD.name, OLD.name_fa, OLD.name_pt) IS DISTINCT FROM (NEW.name, NEW.name_fa, NEW.name_pt))
  EXECUTE FUNCTION all_subscriptions_changed();
-- Load and the number of users change all the time and stand in no document.
CREATE TRIGGER vpn_servers_subscription_bell AFTER UPDATE ON vpn_servers
  FOR EACH ROW WHEN (
    (OLD.name, OLD.location, OLD.location_fa, OLD.location_pt, OLD.country_code, OLD.domain, OLD.status, OLD.sort, OLD.panel_id)
    IS DISTINCT FROM
    (NEW.name, NEW.location, NEW.location_fa, NEW.location_pt, NEW.country_code, NEW.domain, NEW.status, NEW.sort, NEW.panel_id))
  EXECUTE FUNCTION all_subscriptions_changed();
CREATE TRIGGER vpn_inbounds_subscription_bell AFTER UPDATE OR DELETE ON vpn_inbounds
  FOR EACH STATEMENT EXECUTE FUNCTION all_subscriptions_changed();
CREATE TRIGGER settings_subscription_bell AFTER INSERT OR UPDATE ON settings
  FOR EACH ROW WHEN (NEW.key = 'brand') EXECUTE FUNCTION all_subscriptions_changed();
CREATE TRIGGER settings_subscription_bell_delete AFTER DELETE ON settings
  FOR EACH ROW WHEN (OLD.key = 'brand') EXECUTE FUNCTION all_subscriptions_changed();
