"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { PANEL_BEHAVIOURS } from "@/lib/domain/operations/schema";
import type { PanelSnapshot } from "@/lib/domain/operations/types";
import { SteeringOutcome, useSteering } from "./use-steering";
import { VpnPanelAccess } from "./vpn-panel-access";
import { VpnPanelBehaviour } from "./vpn-panel-behaviour";
import { VpnPanelTraffic } from "./vpn-panel-traffic";
import { VpnPanelUsers } from "./vpn-panel-users";

interface VpnPanelProps {
  state: PanelSnapshot;
  /** What the shop calls the panel at this address; null where it has none there. */
  knownAs: string | null;
  mayChange: boolean;
}

/** One simulated VPN panel: what it is, how it treats calls, who is in it, and the ways to upset it. */
export function VpnPanel({ state, knownAs, mayChange }: VpnPanelProps) {
  const t = useTranslations("simulators.panels");
  const { press, isPending, outcome } = useSteering();
  const [isAsking, setAsking] = useState(false);
  const { slug: simulator, title, accounts } = state;
  const behaviour = PANEL_BEHAVIOURS.find((each) => each === state.behaviour) ?? "answer";
  return (
    <Panel as="section" aria-label={title} className="flex flex-col gap-4">
      <h3 className="font-medium text-sm">
        <bdi>{title}</bdi>
      </h3>
      <dl className="grid grid-cols-2 gap-3 text-sm sm:grid-cols-4" data-testid={`${simulator}-state`}>
        <div>
          <dt className="text-ink-3">{t("version")}</dt>
          <dd>
            <Ltr>{state.version}</Ltr>
          </dd>
        </div>
        <div>
          <dt className="text-ink-3">{t("users")}</dt>
          <dd>{t("count", { n: state.total })}</dd>
        </div>
        <div>
          <dt className="text-ink-3">{t("calls")}</dt>
          <dd>
            <Badge tone={behaviour === "answer" ? "ok" : "warn"}>{t(`behaviours.${behaviour}`)}</Badge>
          </dd>
        </div>
        <div>
          <dt className="text-ink-3">{t("queued")}</dt>
          <dd>{t("count", { n: state.pendingBehaviours })}</dd>
        </div>
      </dl>
      {mayChange && (
        <>
          <VpnPanelAccess state={state} knownAs={knownAs} />
          <VpnPanelBehaviour state={state} press={press} isPending={isPending} />
          {accounts.length > 0 && <VpnPanelTraffic state={state} press={press} isPending={isPending} />}
          <div className="flex flex-wrap gap-2">
            <Button
              variant="secondary"
              pending={isPending}
              onClick={() => press({ simulator, verb: "restart" }, t("didRestart", { title }))}
            >
              {t("restart")}
            </Button>
            <Button variant="danger" onClick={() => setAsking(true)}>
              {t("reset")}
            </Button>
          </div>
          <SteeringOutcome outcome={outcome} />
        </>
      )}
      <VpnPanelUsers state={state} mayChange={mayChange} press={press} isPending={isPending} />
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("resetTitle", { title })}
        description={t("resetText", { n: state.total })}
        confirmLabel={t("resetSubmit")}
        cancelLabel={t("keep")}
        danger
        onConfirm={() => {
          setAsking(false);
          void press({ simulator, verb: "reset" }, t("didReset", { title }));
        }}
      />
    </Panel>
  );
}
