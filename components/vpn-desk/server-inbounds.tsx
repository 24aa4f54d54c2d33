import { useTranslations } from "next-intl";
import { EditForm } from "@/components/offers/edit-form";
import { useEditWords } from "@/components/offers/edit-words";
import { Badge } from "@/components/ui/badge";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { saveVpnServerAction } from "@/lib/actions/vpn-servers";
import type { StaffServerDetail } from "@/lib/domain/vpn/staff-types";
import { InboundFields } from "./inbound-fields";
import { inboundValues } from "./inbound-values";
import { useInboundWords } from "./use-inbound-words";

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
    inbounds: JSON.stringify(server.inbounds.map(({ template }) => template)),
    place: String(place),
  };
}

function InboundForm({ server, place }: { server: StaffServerDetail; place: number }) {
  const t = useTranslations("vpnDesk");
  const words = useEditWords(t("inbound.submit"), t("form.done"));
  const inbound = useInboundWords();
  const template = server.inbounds[place]?.template;
  return (
    <EditForm
      action={saveVpnServerAction}
      version={server.version}
      hidden={hiddenOf(server, place)}
      words={words}
    >
      <InboundFields
        values={template ? inboundValues(template) : { port: "443" }}
        {...inbound}
        server={{ name: server.name, domain: server.domain }}
      />
    </EditForm>
  );
}

function RemoveInbound({ server, place }: { server: StaffServerDetail; place: number }) {
  const t = useTranslations("vpnDesk");
  const words = useEditWords(t("servers.removeInbound"), t("form.done"));
  return (
    <details className="text-sm">
      <summary className={SUMMARY}>{t("servers.removeInbound")}</summary>
      <EditForm
        action={saveVpnServerAction}
        version={server.version}
        hidden={{ ...hiddenOf(server, place), takeAway: "on" }}
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
  return (
    <div className="flex flex-col gap-3">
      {server.inbounds.map(({ id, tag, isActive, template, preview }, place) => (
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
                <summary className={SUMMARY}>{t("servers.editInbound")}</summary>
                <InboundForm server={server} place={place} />
              </details>
              {server.inbounds.length > 1 && <RemoveInbound server={server} place={place} />}
            </div>
          )}
        </Panel>
      ))}
      {canEdit && (
        <Panel>
          <details className="text-sm">
            <summary className={SUMMARY}>{t("servers.addInbound")}</summary>
            <InboundForm server={server} place={server.inbounds.length} />
          </details>
        </Panel>
      )}
    </div>
  );
}
