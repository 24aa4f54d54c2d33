import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { FactList } from "@/components/offers/fact-list";
import { Count } from "@/components/ui/count";
import type { WithdrawalView } from "@/lib/domain/billing/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { IdText } from "./id-text";
import { UsdText } from "./usd-text";

/** Everything the shop knows of a withdrawal. */
export function StaffWithdrawalFacts({ withdrawal }: { withdrawal: WithdrawalView }) {
  const t = useTranslations("withdrawals");
  const words = useTranslations("money.withdrawals");
  const tBilling = useTranslations("billing");
  const { user, note, decidedAt } = withdrawal;
  return (
    <FactList
      facts={[
        {
          label: tBilling("columns.user"),
          value: (
            <Link href={routes.adminUser(user.id)} prefetch={false} className="underline underline-offset-2">
              <bdi>{user.username}</bdi>
            </Link>
          ),
        },
        { label: t("detail.amount"), value: <UsdText amount={withdrawal.amount} /> },
        {
          label: words("approvals"),
          value: words("of", {
            count: withdrawal.approvals.length,
            needed: withdrawal.approvalsNeeded,
          }),
        },
        { label: t("columns.createdAt"), value: <Moment at={withdrawal.createdAt} /> },
        { label: words("decidedAt"), value: decidedAt ? <Moment at={decidedAt} /> : "–" },
        { label: words("facts.updatedAt"), value: <Moment at={withdrawal.updatedAt} /> },
        { label: t("detail.to"), value: <IdText>{withdrawal.destination}</IdText>, wide: true },
        { label: words("reference"), value: <IdText>{withdrawal.payoutReference}</IdText>, wide: true },
        { label: words("facts.note"), value: note ? <bdi>{note}</bdi> : "–", wide: true },
        { label: words("facts.holdId"), value: <IdText>{withdrawal.holdId}</IdText> },
        { label: words("facts.version"), value: <Count of={withdrawal.version} /> },
        { label: t("detail.id"), value: <IdText>{withdrawal.id}</IdText>, wide: true },
      ]}
    />
  );
}
