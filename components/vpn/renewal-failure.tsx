import { useTranslations } from "next-intl";

const TOLD = ["insufficient_funds", "no_vpn_capacity", "plan_withdrawn"] as const;

/** Why the last renewal by itself did not work. */
export function RenewalFailure({ reason }: { reason: string }) {
  const t = useTranslations("subscriptions.manage.failure");
  return <p className="text-sm text-warn">{t(TOLD.find((told) => told === reason) ?? "other")}</p>;
}
