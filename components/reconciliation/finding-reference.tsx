import { useTranslations } from "next-intl";
import type { FindingView } from "@/lib/domain/reconciliation/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

function addressOf({ refType, refId, user }: FindingView): { word: WordOfReference; href: string } | null {
  if (refId !== null) {
    if (refType === "invoice") return { word: "invoice", href: routes.adminInvoice(refId) };
    if (refType === "order") return { word: "order", href: routes.adminOrder(refId) };
    if (refType === "ledger-account") return { word: "account", href: routes.adminLedgerAccount(refId) };
    if (refType === "ledger-transaction")
      return { word: "transaction", href: routes.adminLedgerTransaction(refId) };
  }
  return user ? { word: "customer", href: routes.adminUser(user.id) } : null;
}

type WordOfReference = "invoice" | "order" | "account" | "transaction" | "customer";

/** What the finding is about, as it is named on its side, with the page that shows it. */
export function FindingReference({ finding }: { finding: FindingView }) {
  const t = useTranslations("reconciliation.concerns");
  const address = addressOf(finding);
  return (
    <span className="flex min-w-0 flex-col max-md:items-end max-md:text-end">
      {address && (
        <Link href={address.href} prefetch={false} className="underline underline-offset-2">
          {t(address.word)}
        </Link>
      )}
      <bdi dir="ltr" className="break-all font-mono text-ink-2 text-xs">
        {finding.subject}
      </bdi>
    </span>
  );
}
