-- Each reading of a panel changes the counters of everybody on it. With room left on its page a new row version stays there,
-- and none of the table's indexes is touched.
ALTER TABLE subscriptions SET (fillfactor = 50);
ALTER TABLE usage_readings SET (fillfactor = 50);
ALTER TABLE user_usage SET (fillfactor = 50);
