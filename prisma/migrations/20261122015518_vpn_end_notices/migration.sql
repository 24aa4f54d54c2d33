-- How near the end was when its owner was last told of it.
ALTER TABLE "subscriptions" ADD COLUMN     "noticed_days" INTEGER;

-- The steps at which an owner is told of the end.
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_noticed_days_known" CHECK ("noticed_days" IN (0, 1, 3));
