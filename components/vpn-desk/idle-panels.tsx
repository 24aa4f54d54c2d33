import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Section } from "@/components/identity/section";
import { Panel } from "@/components/ui/panel";
import type { StaffPanelView } from "@/lib/domain/vpn/staff-types";
import { PanelDesk } from "./panel-desk";
import { PanelFacts } from "./panel-facts";
import { PanelForm } from "./panel-form";
import { PanelHealth } from "./panel-health";

interface IdlePanelsProps {
  panels: readonly StaffPanelView[];
  fields: ComponentProps<typeof PanelForm>["fields"];
}

/** Panels that no server is on, and so have no page of their own: how each answers, and what can be mended. */
export function IdlePanels({ panels, fields }: IdlePanelsProps) {
  const t = useTranslations("vpnDesk.servers");
  if (panels.length === 0) return null;
  return (
    <Section title={t("idlePanels")} lead={t("idlePanelsLead")}>
      <ul className="flex flex-col gap-3">
        {panels.map((panel) => (
          <li key={panel.id}>
            <Panel className="flex flex-col gap-3">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <h3 className="font-medium text-sm">
                  <bdi>{panel.name}</bdi>
                </h3>
                <PanelHealth code={panel.healthCode} />
                {panel.healthText && (
                  <p className="text-ink-2 text-sm">
                    <bdi>{panel.healthText}</bdi>
                  </p>
                )}
              </div>
              <PanelDesk panelId={panel.id} />
              <details className="text-sm">
                <summary className="inline-flex min-h-11 items-center text-ink-2 underline underline-offset-2 hover:text-ink md:min-h-8">
                  {t("editPanel")}
                  <span className="sr-only"> {panel.name}</span>
                </summary>
                <div className="flex flex-col gap-5 pt-3">
                  <PanelFacts panel={panel} />
                  <PanelForm panel={panel} fields={fields} />
                </div>
              </details>
            </Panel>
          </li>
        ))}
      </ul>
    </Section>
  );
}
