-- That an app read its link is noted often and stands in no document: who notes it keeps the bell quiet for its transaction.
CREATE OR REPLACE FUNCTION subscription_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF current_setting('patchbay.quiet_subscriptions', true) = 'on' THEN
    RETURN NULL;
  END IF;
  PERFORM subscription_bell((SELECT array_agg(id) FROM before));
  RETURN NULL;
END $$;
