-- Who is near the limit is looked for every two seconds, among few.
CREATE INDEX subscriptions_near_limit_idx ON subscriptions (id)
  WHERE noticed_percent >= 95 AND exhausted_at IS NULL AND status = 'ACTIVE';
