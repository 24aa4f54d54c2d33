import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PanelActions } from "./panel-actions";
import { HEALTH_CODES } from "./panel-health";

/** What an administrator asks a panel, with `children` before it. */
export function PanelDesk({ panelId, children }: { panelId: string; children?: ReactNode }) {
  const t = useTranslations("vpnDesk");
  return (
    <PanelActions
      panelId={panelId}
      words={{
        probe: t("servers.probe"),
        reconcile: t("servers.reconcile"),
        version: t("f.version"),
        latency: t("f.latency"),
        remark: t("f.remark"),
        ours: t("f.ours"),
        there: t("f.there"),
        missing: t("f.missing"),
        wrong: t("f.wrong"),
        leftOver: t("f.leftOver"),
        strangers: t("f.strangers"),
      }}
      health={Object.fromEntries(HEALTH_CODES.map((code) => [code, t(`health.${code}`)]))}
    >
      {children}
    </PanelActions>
  );
}
