import { useTranslations } from "next-intl";
import { isAuditTarget } from "@/lib/domain/kernel/audit-actions";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

/** Where the thing can be seen; kinds that have no page of their own are named only. */
const PAGES: Record<string, (id: string) => string> = {
  user: (id) => routes.adminUser(id),
  order: (id) => routes.adminOrder(id),
  invoice: (id) => routes.adminInvoice(id),
  withdrawal: (id) => routes.adminWithdrawal(id),
  service: (id) => routes.adminService(id),
  country: (id) => routes.adminCountry(id),
  offer: (id) => routes.adminOffer(id),
  price_batch: (id) => routes.adminPriceBatch(id),
  provider: (id) => routes.adminProvider(id),
  phone_number: (id) => routes.adminNumber(id),
  plan: (id) => routes.adminVpnPlan(id),
  subscription: (id) => routes.adminVpnSubscription(id),
  vpn_server: (id) => routes.adminVpnServer(id),
  payment_method: () => routes.adminMoney(),
  connection: () => routes.adminMoney(),
  stray_payment: () => routes.adminMoney(),
  money_alert: () => routes.adminMoney(),
  reconciliation: () => routes.adminReconciliation(),
  number_import: () => routes.adminNumbers(),
  setting: () => routes.adminSettings(),
  job: () => routes.adminJobs(),
  event: () => routes.adminJobs(),
  simulator: () => routes.adminSimulators(),
};

/** Things that are called by a word have it in the language of the reader. */
const NAMES: Record<string, string> = {
  setting: "audit.settings",
  job: "jobs.names",
  connection: "audit.names",
  simulator: "audit.names",
  payment_method: "billing.method",
};

interface TargetProps {
  type: string;
  id: string;
  /** What people call it: the number of an order or an invoice. */
  number: string | null;
}

function TargetName({ type, id, number }: TargetProps) {
  const t = useTranslations();
  const key = `${NAMES[type]}.${id}` as Parameters<typeof t>[0];
  if (type in NAMES && t.has(key)) return <bdi>{t(key)}</bdi>;
  if (number !== null) return <bdi dir="ltr">{number}</bdi>;
  return (
    <bdi dir="ltr" className="font-mono text-xs" title={id}>
      {id.length > 12 ? `${id.slice(0, 8)}…` : id}
    </bdi>
  );
}

/** What was acted upon: its kind, its name, number or the beginning of its id, and the way there. */
export function AuditTarget({ type, id, number }: TargetProps) {
  const t = useTranslations("audit");
  const page = PAGES[type];
  const name = <TargetName type={type} id={id} number={number} />;
  return (
    <span className="flex flex-col items-start">
      <span>{isAuditTarget(type) ? t(`targets.${type}`) : t("otherThing")}</span>
      {page ? (
        <Link href={page(id)} prefetch={false} className="underline underline-offset-2">
          {name}
        </Link>
      ) : (
        name
      )}
    </span>
  );
}
