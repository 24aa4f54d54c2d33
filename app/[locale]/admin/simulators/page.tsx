import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { SimulatorActivations } from "@/components/simulators/simulator-activations";
import { SimulatorControls } from "@/components/simulators/simulator-controls";
import { EmptyState } from "@/components/ui/empty-state";
import { loadSimulator } from "@/lib/loaders/simulators";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("simulators");
  return { title: t("title") };
}

export default async function SimulatorsPage() {
  const t = await getTranslations("simulators");
  const { state, mayChange } = await loadSimulator();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {state ? (
        <>
          <SimulatorControls state={state} mayChange={mayChange} />
          <SimulatorActivations state={state} mayChange={mayChange} />
        </>
      ) : (
        <EmptyState title={t("away")} text={t("awayText")} />
      )}
    </>
  );
}
