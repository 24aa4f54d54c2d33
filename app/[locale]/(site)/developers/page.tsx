import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Chapter } from "@/components/api-reference/chapter";
import { ErrorTable } from "@/components/api-reference/error-table";
import { OperationSection } from "@/components/api-reference/operation-section";
import { ProtocolTable } from "@/components/api-reference/protocol-table";
import { QuickStart } from "@/components/api-reference/quick-start";
import { ReferenceNav } from "@/components/api-reference/reference-nav";
import { ReferenceProvider } from "@/components/api-reference/reference-state";
import { ScriptTable } from "@/components/api-reference/script-table";
import { Snippets } from "@/components/api-reference/snippets";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { quickStart } from "@/lib/api/rest/quick-start";
import { apiReference } from "@/lib/api/rest/reference";
import { SIGNATURE_SNIPPETS } from "@/lib/api/rest/signature-snippets";
import { publicMetadata, publicOrigin } from "@/lib/loaders/site-metadata";
import { routes } from "@/lib/routes";

export function generateMetadata(): Promise<Metadata> {
  return publicMetadata("developers", routes.apiReference());
}

/** Their usual sentences name figures of one case. */
const WITH_FIGURES = [
  "insufficient_funds",
  "daily_limit_reached",
  "top_up_limit",
  "cancel_too_early",
  "price_changed",
  "too_many_projects",
  "amount_too_small",
  "too_many_invoices",
  "key_price_limit",
] as const;

const isWithFigures = (code: string): code is (typeof WITH_FIGURES)[number] =>
  WITH_FIGURES.some((known) => known === code);

/** The reference of the API, drawn from its own document. */
export default async function ApiReferencePage() {
  const t = await getTranslations("apiReference");
  const sentences = await getTranslations("refusals");
  const { baseUrl, groups, errors, version } = apiReference(publicOrigin());
  const words = {
    languages: t("tryIt.languages"),
    copy: t("tryIt.copy"),
    tryIt: t("tryIt.tryIt"),
    key: t("tryIt.key"),
    keyHint: t("tryIt.keyHint"),
    keyRefused: t("tryIt.keyRefused"),
    address: t("tryIt.address"),
    body: t("tryIt.body"),
    send: t("tryIt.send"),
    answer: t("tryIt.answer"),
    unreachable: t("tryIt.unreachable"),
  };
  return (
    <ReferenceProvider words={words}>
      <div className="flex flex-col gap-8">
        <PageHeader
          title={t("title")}
          lead={t("lead")}
          actions={
            <LinkButton href={routes.newApiKey()} prefetch={false}>
              {t("makeKey")}
            </LinkButton>
          }
        />
        <div className="grid gap-8 lg:grid-cols-[13rem_minmax(0,1fr)]">
          <ReferenceNav groups={groups} />
          <div className="flex min-w-0 flex-col gap-12">
            <Chapter name="start" aside={<QuickStart steps={quickStart(baseUrl)} />} />
            <Chapter name="keys" />
            <Chapter name="conventions" values={{ baseUrl }} />
            <Chapter name="idempotency" />
            <Chapter name="limits" />
            <Chapter name="sandbox">
              <ScriptTable />
            </Chapter>
            {groups.flatMap(({ operations }) =>
              operations.map((operation) => <OperationSection key={operation.id} operation={operation} />),
            )}
            <Chapter
              name="webhookCheck"
              aside={<Snippets label={t("webhookCheck.title")} snippets={SIGNATURE_SNIPPETS} />}
            />
            <Chapter name="protocols">
              <ProtocolTable origin={publicOrigin()} />
            </Chapter>
            <Chapter name="errors">
              <ErrorTable
                errors={errors.map(({ code, status }) => ({
                  code,
                  status,
                  sentence: isWithFigures(code) ? t(`meanings.${code}`) : sentences(code),
                }))}
              />
            </Chapter>
            <Chapter name="versions">
              <section className="flex flex-col gap-2">
                <h3 className="font-medium">{t("versions.changes")}</h3>
                <p className="text-ink-2 text-sm">
                  <bdi dir="ltr">
                    <code className="font-mono">{version}</code>
                  </bdi>{" "}
                  {t("versions.first")}
                </p>
                <a href={`${baseUrl}/openapi.json`} className="text-sm underline underline-offset-4">
                  {t("versions.document")}
                </a>
              </section>
            </Chapter>
          </div>
        </div>
      </div>
    </ReferenceProvider>
  );
}
