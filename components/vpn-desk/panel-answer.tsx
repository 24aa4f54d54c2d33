import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { StaffPanelView } from "@/lib/domain/vpn/staff-types";
import { HEALTH_CODES, PanelHealth } from "./panel-health";

/** What a panel last answered and what to do about it; it is asked as soon as it is saved. */
export function PanelAnswer({ panel }: { panel: StaffPanelView }) {
  const t = useTranslations("vpnDesk.panels");
  const code = HEALTH_CODES.find((one) => one === panel.healthCode) ?? "never";
  return (
    <Panel className="flex flex-col items-start gap-2">
      <PanelHealth code={panel.healthCode} />
      <p role="status" className="max-w-prose text-ink-2 text-sm">
        {t(`said.${code}`, { version: panel.detectedVersion ?? "–" })}
      </p>
    </Panel>
  );
}
