import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { FormSection, Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { Ltr } from "@/components/ui/ltr";
import { DeleteEndpointButton } from "@/components/webhooks/delete-endpoint-button";
import { DeliveryInspector } from "@/components/webhooks/delivery-inspector";
import { DeliveryList } from "@/components/webhooks/delivery-list";
import { EndpointEdit } from "@/components/webhooks/endpoint-edit";
import { EndpointFacts } from "@/components/webhooks/endpoint-facts";
import { EndpointNotice } from "@/components/webhooks/endpoint-notice";
import { EndpointState } from "@/components/webhooks/endpoint-state";
import { RotateSecretButton } from "@/components/webhooks/rotate-secret-button";
import { SignatureCheck } from "@/components/webhooks/signature-check";
import { SwitchEndpointButton } from "@/components/webhooks/switch-endpoint-button";
import { TestEvent } from "@/components/webhooks/test-event";
import { loadDeliveries, loadEndpoint } from "@/lib/loaders/webhooks";
import { routes } from "@/lib/routes";
import { WEBHOOK_DELIVERIES } from "@/lib/table/definitions/webhooks";
import { tableQuery } from "@/lib/table/table-state";

interface WebhookPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhookLog");
  return { title: t("title") };
}

async function Deliveries({ params, searchParams }: WebhookPageProps) {
  const { id } = await params;
  const [{ state, page, inspected }, endpoint] = await Promise.all([
    loadDeliveries(id, await searchParams),
    loadEndpoint(id),
  ]);
  const backHref = routes.webhook(id, tableQuery(WEBHOOK_DELIVERIES, state));
  const canResend = !inspected?.isTest && endpoint.disabledAt === null;
  return (
    <>
      {inspected && <DeliveryInspector delivery={inspected} backHref={backHref} canResend={canResend} />}
      <DeliveryList endpointId={id} state={state} page={page} />
    </>
  );
}

/** One endpoint: how it fares, what it was told, and everything its owner can do with it. */
export default async function WebhookPage(props: WebhookPageProps) {
  const [t, format, endpoint, asked] = await Promise.all([
    getTranslations("webhookLog"),
    getFormatter(),
    props.params.then(({ id }) => loadEndpoint(id)),
    props.searchParams,
  ]);
  const { id, previousSecretUntil } = endpoint;
  const isOn = endpoint.disabledAt === null;
  const until = previousSecretUntil && format.dateTime(new Date(previousSecretUntil), "short");
  return (
    <>
      <PageHeader
        title={endpoint.description || <Ltr>{new URL(endpoint.url).host}</Ltr>}
        lead={<Ltr className="font-mono text-sm">{endpoint.url}</Ltr>}
        back={{ href: routes.webhooks(), label: t("title") }}
        actions={<EndpointState endpoint={endpoint} />}
      />
      <EndpointNotice endpoint={endpoint} />
      <FormSection title={t("tryIt")} lead={t("tryLead")} wide>
        <TestEvent endpointId={id} isPush={endpoint.format === "SMS_ACTIVATE"} />
      </FormSection>
      <Section title={t("log.title")} lead={t("log.lead")}>
        <TableIsland key={JSON.stringify(asked)}>
          <Deliveries {...props} />
        </TableIsland>
      </Section>
      <FormSection title={t("settings")} wide>
        <EndpointEdit endpoint={endpoint} />
      </FormSection>
      <Section title={t("secretTitle")} lead={t("secretLead")}>
        <SignatureCheck />
        {until && <p className="text-ink-2 text-sm">{t("overlap", { until })}</p>}
        <RotateSecretButton endpointId={id} />
      </Section>
      <Section title={t("facts.title")}>
        <EndpointFacts endpoint={endpoint} />
      </Section>
      <Section title={t("stop")}>
        <div className="flex flex-wrap gap-3">
          <SwitchEndpointButton endpointId={id} isOn={isOn} />
          <DeleteEndpointButton endpointId={id} />
        </div>
      </Section>
    </>
  );
}
