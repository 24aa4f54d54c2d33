import { useFormatter, useTranslations } from "next-intl";
import { GatewayName } from "@/components/billing/gateway-name";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import { Badge } from "@/components/ui/badge";
import { FINDING_KINDS } from "@/lib/domain/reconciliation/schema";
import type { FindingView } from "@/lib/domain/reconciliation/types";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { FINDINGS, type FindingColumn } from "@/lib/table/definitions/findings";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { FindingReference } from "./finding-reference";
import { FINDING_TONES } from "./finding-word";
import { SideAmount } from "./side-amount";

interface FindingListProps {
  state: TableState<FindingColumn>;
  page: TablePage<FindingView>;
  /** Business time: ages are counted in it. */
  now: string;
}

/** Since when it differs, and how long that is. */
function Age({ at, now }: { at: string; now: string }) {
  const format = useFormatter();
  return (
    <span className="flex flex-col max-md:items-end">
      <Moment at={at} />
      <span className="text-ink-2 text-xs">{format.relativeTime(new Date(at), new Date(now))}</span>
    </span>
  );
}

function Kind({ finding }: { finding: FindingView }) {
  const t = useTranslations("reconciliation");
  return (
    <span className="flex flex-col items-start gap-1">
      <Badge tone={finding.resolvedAt ? "neutral" : FINDING_TONES[finding.kind]}>
        {t(`kind.${finding.kind}`)}
      </Badge>
      <span className="max-w-72 text-ink-2 text-xs">{t(`meaning.${finding.kind}`)}</span>
    </span>
  );
}

/** Where the gateways' books, our rows and the ledger differ. */
export function FindingList({ state, page, now }: FindingListProps) {
  const t = useTranslations("reconciliation");
  const money = useTranslations("money.gateway");
  return (
    <DataTable
      definition={FINDINGS}
      state={state}
      page={page}
      path={routes.adminReconciliation()}
      exportPath={apiRoutes.tableExport(FINDINGS.name)}
      rowKey={(finding) => finding.id}
      words={{
        caption: t("findings.title"),
        search: t("findings.search"),
        columns: {
          kind: t("columns.kind"),
          subject: t("columns.subject"),
          user: t("columns.user"),
          gateway: t("columns.gateway"),
          ours: t("columns.ours"),
          theirs: t("columns.theirs"),
          occurredAt: t("columns.occurredAt"),
          firstSeenAt: t("columns.firstSeenAt"),
          lastSeenAt: t("columns.lastSeenAt"),
          resolvedAt: t("columns.resolvedAt"),
        },
        filters: {
          kind: {
            label: t("columns.kind"),
            any: t("filters.any"),
            options: Object.fromEntries(FINDING_KINDS.map((kind) => [kind, t(`kind.${kind}`)])),
          },
          gateway: {
            label: t("columns.gateway"),
            any: t("filters.any"),
            options: {
              STRIPE: money("STRIPE"),
              MERCADOPAGO: money("MERCADOPAGO"),
              CRYPTO: money("CRYPTO"),
            },
          },
          state: {
            label: t("filters.state"),
            any: t("filters.open"),
            options: { healed: t("filters.healed"), all: t("filters.all") },
          },
        },
        empty: { title: t("findings.empty"), text: t("findings.emptyText") },
      }}
      cells={{
        kind: (finding) => <Kind finding={finding} />,
        subject: (finding) => <FindingReference finding={finding} />,
        user: ({ user }) =>
          user ? (
            <Link
              href={routes.adminUser(user.id)}
              prefetch={false}
              className="underline-offset-2 hover:underline"
            >
              <bdi>{user.username}</bdi>
            </Link>
          ) : (
            "–"
          ),
        gateway: ({ gateway }) => (gateway ? <GatewayName gateway={gateway} /> : t("ownBooks")),
        ours: ({ ourAmount, ourCurrency }) => <SideAmount amount={ourAmount} currency={ourCurrency} />,
        theirs: ({ theirAmount, theirCurrency }) => (
          <SideAmount amount={theirAmount} currency={theirCurrency} />
        ),
        occurredAt: ({ occurredAt }) => (occurredAt ? <Moment at={occurredAt} /> : "–"),
        firstSeenAt: ({ firstSeenAt }) => <Age at={firstSeenAt} now={now} />,
        lastSeenAt: ({ lastSeenAt }) => <Moment at={lastSeenAt} />,
        resolvedAt: ({ resolvedAt }) =>
          resolvedAt ? <Moment at={resolvedAt} /> : <Badge tone="bad">{t("open")}</Badge>,
      }}
    />
  );
}
