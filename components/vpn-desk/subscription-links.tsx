import { useTranslations } from "next-intl";
import { Section } from "@/components/identity/section";
import { Moment } from "@/components/layout/moment";
import { Badge, type Tone } from "@/components/ui/badge";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { PROTOCOL_NAMES } from "@/components/vpn/protocol-names";
import type { LinkState, StaffConfigView } from "@/lib/domain/vpn/staff-types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const TONES: Record<LinkState, Tone> = {
  ready: "ok",
  waiting: "info",
  server_down: "bad",
  closed: "neutral",
  broken: "bad",
  refused: "bad",
};
const code = (text: string) => (
  <Ltr data-long={text.length > 20 || undefined} className="break-all font-mono text-xs">
    {text}
  </Ltr>
);

/** What only a search in logs or on the panel needs. */
function Identity({ config }: { config: StaffConfigView }) {
  const t = useTranslations("vpnDesk.people");
  const facts = [
    [t("configUuid"), code(config.uuid)],
    [t("configRow"), code(config.id)],
    [t("remoteId"), config.hiddifyUserId === null ? "–" : code(config.hiddifyUserId)],
    [t("createdAt"), <Moment key="created" at={config.createdAt} />],
    [t("updatedAt"), <Moment key="updated" at={config.updatedAt} />],
  ] as const;
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-2 md:min-h-8">
        {t("more")}
      </summary>
      <dl className="flex flex-col gap-1 pb-2">
        {facts.map(([label, value]) => (
          <div key={label} className="min-w-0">
            <dt className="text-ink-3 text-xs">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Every configuration of a subscription, and whether an app gets it now. The links themselves are their owner's secret. */
export function SubscriptionLinks({ configs }: { configs: readonly StaffConfigView[] }) {
  const t = useTranslations("vpnDesk");
  const title = t("people.links");
  const columns = [
    t("people.server"),
    t("inbound.protocol"),
    t("people.linkState"),
    t("people.expiresAt"),
    t("people.configId"),
  ];
  return (
    <Section title={title} lead={t("people.linksLead")}>
      {configs.length === 0 ? (
        <Panel className="text-ink-2 text-sm">{t("people.noConfig")}</Panel>
      ) : (
        <Table caption={title}>
          <TableHead>
            <tr>
              {columns.map((column) => (
                <TableHeader key={column}>{column}</TableHeader>
              ))}
            </tr>
          </TableHead>
          <TableBody>
            {configs.map((config) => (
              <TableRow key={config.id}>
                <TableCell label={t("people.server")}>
                  <Link
                    href={routes.adminVpnServer(config.server.id)}
                    prefetch={false}
                    className="underline underline-offset-2"
                  >
                    <bdi>{config.server.name}</bdi>
                  </Link>
                </TableCell>
                <TableCell label={t("inbound.protocol")}>
                  <Ltr>{`${PROTOCOL_NAMES[config.protocol]} · ${config.tag}`}</Ltr>
                </TableCell>
                <TableCell label={t("people.linkState")}>
                  <span className="flex flex-col items-start gap-1">
                    {!config.isActive && <Badge>{t("servers.off")}</Badge>}
                    <Badge tone={TONES[config.link]}>{t(`linkState.${config.link}`)}</Badge>
                    {config.problems.map((problem) => (
                      <span key={problem} className="text-bad text-xs">
                        {t(`problem.${problem}`)}
                      </span>
                    ))}
                  </span>
                </TableCell>
                <TableCell label={t("people.expiresAt")}>
                  <Moment at={config.expiresAt} />
                </TableCell>
                <TableCell label={t("people.configId")}>
                  <Identity config={config} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}
