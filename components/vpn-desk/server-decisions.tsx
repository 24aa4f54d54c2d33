import { useTranslations } from "next-intl";
import type { StaffServerDetail } from "@/lib/domain/vpn/staff-types";
import { EffectDialog } from "./effect-dialog";
import { PanelDesk } from "./panel-desk";

const STATES = ["ONLINE", "MAINTENANCE", "OFFLINE"] as const;

/** What an administrator does to a server: another state, a probe, a comparison. */
export function ServerDecisions({ server }: { server: StaffServerDetail }) {
  const t = useTranslations("vpnDesk");
  return (
    <PanelDesk panelId={server.panel.id}>
      <EffectDialog
        decision="status"
        hidden={{ serverId: server.id, version: String(server.version) }}
        label={t("servers.setStatus")}
        title={t("servers.setStatusTitle", { name: server.name })}
        working={t("effects.working")}
        fields={[
          {
            kind: "select",
            name: "status",
            label: t("f.status"),
            value: server.status,
            options: STATES.map((value) => ({ value, label: t(`status.${value}`) })),
          },
          { kind: "check", name: "isDraining", label: t("servers.drain"), hint: t("servers.drainHint") },
          ...(server.verifiedAt === null
            ? [
                {
                  kind: "area" as const,
                  name: "reason",
                  label: t("servers.openReason"),
                  hint: t("servers.openReasonHint"),
                  error: t("fieldError.reason"),
                },
              ]
            : []),
        ]}
      />
    </PanelDesk>
  );
}
