import { useLocale, useTranslations } from "next-intl";
import { isAuditTarget } from "@/lib/domain/kernel/audit-actions";
import { countryName } from "@/lib/format/country";
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
  number_import: (id) => routes.adminNumbers({ import: id }),
  setting: () => routes.adminSettings(),
  job: () => routes.adminJobs(),
  event: () => routes.adminJobs(),
  simulator: () => routes.adminSimulators(),
  page: (id) => (id.startsWith("/") ? id : routes.admin()),
};

/** Things that are called by a word have it in the language of the reader. */
const NAMES: Record<string, string> = {
  setting: "audit.settings",
  job: "jobs.names",
  connection: "audit.names",
  simulator: "audit.names",
  payment_method: "billing.method",
};

/** What an offer sells. */
export interface OfferName {
  service: string;
  country: { iso2: string; name: string };
  /** Null for any. */
  operator: string | null;
}

interface TargetProps {
  type: string;
  id: string;
  /** What people call it: the number of an order or an invoice. */
  number: string | null;
  /** What it sells, where it is an offer. */
  offer?: OfferName;
}

/** "WhatsApp, Brazil, any operator" */
function OfferWords({ offer: { service, country, operator } }: { offer: OfferName }) {
  const t = useTranslations("audit.offer");
  const locale = useLocale();
  return t.rich("name", {
    service: () => <bdi>{service}</bdi>,
    country: () => <bdi>{countryName(country.iso2, locale, country.name)}</bdi>,
    operator: () => <bdi>{operator ?? t("anyOperator")}</bdi>,
  });
}

function TargetName({ type, id, number, offer }: TargetProps) {
  const t = useTranslations();
  const key = `${NAMES[type]}.${id}` as Parameters<typeof t>[0];
  if (type in NAMES && t.has(key)) return <bdi>{t(key)}</bdi>;
  if (offer) return <OfferWords offer={offer} />;
  if (number !== null) return <bdi dir="ltr">{number}</bdi>;
  return (
    <bdi dir="ltr" className="font-mono text-xs [overflow-wrap:anywhere]" title={id}>
      {id.length > 12 && type !== "page" ? `${id.slice(0, 8)}…` : id}
    </bdi>
  );
}

/** What was acted upon: its kind, its name, number or the beginning of its id, and the way there. */
export function AuditTarget({ type, id, number, offer }: TargetProps) {
  const t = useTranslations("audit");
  const page = PAGES[type];
  const name = <TargetName type={type} id={id} number={number} offer={offer} />;
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
