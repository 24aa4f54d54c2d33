import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { ActivationStatus } from "@/components/numbers/activation-status";
import { ActivationTimeline } from "@/components/numbers/activation-timeline";
import { RefundOrderButton } from "@/components/numbers/refund-order-button";
import { StaffOrderFacts } from "@/components/numbers/staff-order-facts";
import { StaffOrderMessages } from "@/components/numbers/staff-order-messages";
import { StaffOrderMoney } from "@/components/numbers/staff-order-money";
import { ProviderCalls } from "@/components/supply/provider-calls";
import { Ltr } from "@/components/ui/ltr";
import { countryName } from "@/lib/format/country";
import { Link } from "@/lib/i18n/navigation";
import { loadStaffOrder } from "@/lib/loaders/admin-orders";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("orders");
  return { title: t("title") };
}

export default async function StaffOrderPage({ params }: { params: Promise<{ id: string }> }) {
  const { order, calls, mayRefund } = await loadStaffOrder((await params).id);
  const t = await getTranslations("orders");
  const { country } = order;
  return (
    <>
      <PageHeader
        title={t("one", { number: String(order.number) })}
        lead={t("lead", {
          service: order.service.name,
          country: countryName(country.iso2, await getLocale(), country.name),
        })}
        back={{ href: routes.adminOrders(), label: t("title") }}
        actions={
          <>
            <ActivationStatus order={order} />
            {mayRefund && <RefundOrderButton order={order} />}
          </>
        }
      />
      <StaffOrderFacts order={order} />
      {order.reactivations.length > 0 && (
        <p className="flex flex-wrap gap-2">
          {t("reactivations")}
          {order.reactivations.map(({ id, number }) => (
            <Link
              key={id}
              href={routes.adminOrder(id)}
              prefetch={false}
              className="underline underline-offset-2"
            >
              <Ltr className="font-mono">{number}</Ltr>
            </Link>
          ))}
        </p>
      )}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <StaffOrderMoney order={order} />
        <ActivationTimeline order={order} />
      </div>
      <StaffOrderMessages messages={order.received} />
      <ProviderCalls calls={calls} />
    </>
  );
}
