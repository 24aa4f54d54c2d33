-- AlterTable
ALTER TABLE "subscriptions" ADD COLUMN     "renewal_plan_id" UUID;

-- What was announced so far was the plan as it is sold now.
UPDATE "subscriptions" s SET "renewal_plan_id" = c."id"
FROM "plans" p JOIN "plans" c ON c."family_id" = p."family_id" AND c."is_current" AND c."is_active" AND NOT c."is_trial"
WHERE p."id" = s."plan_id" AND s."renewal_noticed_at" IS NOT NULL;
