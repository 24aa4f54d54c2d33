import { useTranslations } from "next-intl";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { Badge } from "@/components/ui/badge";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { saveVpnServerAction } from "@/lib/actions/vpn-servers";
import type { StaffServerDetail } from "@/lib/domain/vpn/staff-types";
import { InboundFields } from "./inbound-fields";
import { inboundValues } from "./inbound-values";
import { sentInbounds, usedInbounds } from "./sent-inbounds";
import { useInboundWords } from "./use-inbound-words";

type Inbound = StaffServerDetail["inbounds"][number];

const FACTS = [
  "name",
  "location",
  "locationFa",
  "locationPt",
  "countryCode",
  "domain",
  "maxUsers",
  "multiplier",
  "sort",
] as const;
const SUMMARY = "inline-flex min-h-11 cursor-pointer items-center underline underline-offset-2 md:min-h-8";

/** What travels with each form of one inbound: the server as it was read. */
function hiddenOf(server: StaffServerDetail, place: number): Record<string, string> {
  const facts = Object.fromEntries(FACTS.map((name) => [name, server[name]]));
  return {
    serverId: server.id,
    facts: JSON.stringify({ ...facts, panelId: server.panel.id }),
    inbounds: sentInbounds(server.inbounds),
    place: String(place),
  };
}

/** Where an inbound stands among those that are sent; one that is not among them, or new, comes behind the last. */
function placeOfInbound(server: StaffServerDetail, id?: string): number {
  const used = usedInbounds(server.inbounds);
  const place = used.findIndex((inbound) => inbound.id === id);
  return place < 0 ? used.length : place;
}

function InboundForm({ server, inbound }: { server: StaffServerDetail; inbound?: Inbound }) {
  const t = useTranslations("vpnDesk");
  const words = useEditWords(t("inbound.submit"), t("form.done"));
  const fields = useInboundWords();
  const fresh = { port: "443", ...(inbound ? { tag: inbound.tag } : {}) };
  return (
    <EditForm
      action={saveVpnServerAction}
      version={server.version}
      hidden={hiddenOf(server, placeOfInbound(server, inbound?.id))}
      words={words}
      atField={{ inbound_tag_taken: "tag" }}
    >
      <InboundFields
        values={inbound?.template ? inboundValues(inbound.template) : fresh}
        {...fields}
        server={{ name: server.name, domain: server.domain }}
      />
    </EditForm>
  );
}

function RemoveInbound({ server, inbound }: { server: StaffServerDetail; inbound: Inbound }) {
  const t = useTranslations("vpnDesk");
  const words = useEditWords(t("servers.removeInbound"), t("form.done"));
  return (
    <details className="text-sm">
      <summary className={SUMMARY}>{t("servers.removeInbound")}</summary>
      <EditForm
        action={saveVpnServerAction}
        version={server.version}
        hidden={{ ...hiddenOf(server, placeOfInbound(server, inbound.id)), takeAway: "on" }}
        words={words}
        variant="danger"
      >
        <p className="text-ink-2">{t("servers.removeText")}</p>
      </EditForm>
    </details>
  );
}

/** Every inbound with the link it makes; an administrator changes, adds and takes away. */
export function ServerInbounds({ server, canEdit }: { server: StaffServerDetail; canEdit: boolean }) {
  const t = useTranslations("vpnDesk");
  const canRemove = usedInbounds(server.inbounds).length > 1;
  return (
    <div className="flex flex-col gap-3">
      {server.inbounds.map((inbound) => {
        const { id, tag, isActive, template, preview } = inbound;
        return (
          <Panel key={id} className="flex min-w-0 flex-col gap-2">
            <div className="flex flex-wrap items-center gap-2">
              <h3 className="font-medium">
                <bdi>{tag}</bdi>
              </h3>
              {template && (
                <Ltr className="text-ink-2 text-sm">{`${template.protocol} · ${template.port}`}</Ltr>
              )}
              {!isActive && <Badge>{t("servers.off")}</Badge>}
              {preview && preview.problems.length === 0 && <Badge tone="ok">{t("servers.noProblem")}</Badge>}
            </div>
            {preview ? (
              <Ltr className="rounded-control bg-sunken p-2 font-mono text-xs [overflow-wrap:anywhere]">
                {preview.link ?? t("servers.noLink")}
              </Ltr>
            ) : (
              <p className="text-bad text-sm">{t("servers.brokenInbound")}</p>
            )}
            {preview?.problems.map((problem) => (
              <p key={problem} className="text-bad text-sm">
                {t(`problem.${problem}`)}
              </p>
            ))}
            {preview && preview.appsWithout.length > 0 && (
              <p className="text-ink-2 text-sm">
                {t("servers.appsWithout", { apps: preview.appsWithout.join(", ") })}
              </p>
            )}
            {canEdit && (
              <div className="flex flex-col">
                <details className="text-sm">
                  <summary className={SUMMARY}>
                    {t(
                      !isActive
                        ? "servers.reuseInbound"
                        : template
                          ? "servers.editInbound"
                          : "servers.mendInbound",
                    )}
                  </summary>
                  <InboundForm server={server} inbound={inbound} />
                </details>
                {isActive && canRemove && <RemoveInbound server={server} inbound={inbound} />}
              </div>
            )}
          </Panel>
        );
      })}
      {canEdit && (
        <Panel>
          <details className="text-sm">
            <summary className={SUMMARY}>{t("servers.addInbound")}</summary>
            <InboundForm server={server} />
          </details>
        </Panel>
      )}
    </div>
  );
}
