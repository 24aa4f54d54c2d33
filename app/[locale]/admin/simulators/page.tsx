import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { ChainPanel } from "@/components/simulators/chain-panel";
import { ChainPayForm } from "@/components/simulators/chain-pay-form";
import { ChainPayments } from "@/components/simulators/chain-payments";
import { GatewayPanel } from "@/components/simulators/gateway-panel";
import { RatesPanel } from "@/components/simulators/rates-panel";
import { SimulatorActivations } from "@/components/simulators/simulator-activations";
import { SimulatorControls } from "@/components/simulators/simulator-controls";
import { SteeringBoard } from "@/components/simulators/steering-board";
import { SupplierAccess } from "@/components/simulators/supplier-access";
import { VpnPanel } from "@/components/simulators/vpn-panel";
import { EmptyState } from "@/components/ui/empty-state";
import { loadSimulators } from "@/lib/loaders/simulators";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("simulators");
  return { title: t("title") };
}

/** One simulator; undefined has real keys instead, null does not run just now. */
function Simulated<T>({
  title,
  lead,
  realText,
  away,
  state,
  children,
}: {
  title: string;
  lead: string;
  realText: string;
  away: ReactNode;
  state: T | null | undefined;
  children: (state: T) => ReactNode;
}) {
  if (state === undefined)
    return (
      <Section title={title} lead={realText}>
        {null}
      </Section>
    );
  return (
    <Section title={title} lead={lead}>
      {state === null ? away : children(state)}
    </Section>
  );
}

export default async function SimulatorsPage() {
  const t = await getTranslations("simulators");
  const { state, stripe, mercadopago, chain, payable, panels, panelNames, mayChange } =
    await loadSimulators();
  const frame = { realText: t("real"), away: <EmptyState title={t("away")} text={t("awayText")} /> };
  return (
    <SteeringBoard>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Simulated {...frame} title={t("sms.title")} lead={t("sms.lead")} state={state}>
        {(shown) => (
          <>
            {shown.apiKey !== null && <SupplierAccess url={shown.url} apiKey={shown.apiKey} />}
            <SimulatorControls state={shown} mayChange={mayChange} />
            <SimulatorActivations state={shown} mayChange={mayChange} />
          </>
        )}
      </Simulated>
      <Simulated {...frame} title={t("gateway.stripe")} lead={t("gateway.lead")} state={stripe}>
        {(shown) => <GatewayPanel simulator="stripe" state={shown} mayChange={mayChange} />}
      </Simulated>
      <Simulated {...frame} title={t("gateway.mercadopago")} lead={t("gateway.lead")} state={mercadopago}>
        {(shown) => <GatewayPanel simulator="mercadopago" state={shown} mayChange={mayChange} />}
      </Simulated>
      <Simulated {...frame} title={t("chain.title")} lead={t("chain.lead")} state={chain}>
        {(shown) => (
          <>
            {mayChange && <ChainPayForm invoices={payable} />}
            <ChainPanel state={shown} mayChange={mayChange} />
            <ChainPayments payments={shown.payments} mayChange={mayChange} />
          </>
        )}
      </Simulated>
      <Simulated {...frame} title={t("rates.title")} lead={t("rates.lead")} state={chain}>
        {(shown) => <RatesPanel prices={shown.prices} mayChange={mayChange} />}
      </Simulated>
      <Simulated {...frame} title={t("panels.title")} lead={t("panels.lead")} state={panels}>
        {(shown) =>
          shown.map((panel) => (
            <VpnPanel
              key={panel.slug}
              state={panel}
              knownAs={panelNames.get(panel.url) ?? null}
              mayChange={mayChange}
            />
          ))
        }
      </Simulated>
    </SteeringBoard>
  );
}
