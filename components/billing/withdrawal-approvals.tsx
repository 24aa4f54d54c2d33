import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import type { WithdrawalView } from "@/lib/domain/billing/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

/** Who has approved, and when. */
export function WithdrawalApprovals({ withdrawal }: { withdrawal: WithdrawalView }) {
  const t = useTranslations("money.withdrawals");
  if (withdrawal.approvals.length === 0) return <p className="text-ink-2 text-sm">{t("noApprovals")}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line rounded-panel border border-line bg-surface">
      {withdrawal.approvals.map(({ adminId, username, at }) => (
        <li key={adminId} className="flex flex-wrap justify-between gap-x-6 gap-y-1 px-4 py-3 text-sm">
          <span>
            {t("approvedBy")}{" "}
            <Link href={routes.adminUser(adminId)} prefetch={false} className="underline underline-offset-2">
              <bdi>{username}</bdi>
            </Link>
          </span>
          <span className="text-ink-2">
            <Moment at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
