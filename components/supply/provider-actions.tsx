import { useTranslations } from "next-intl";
import type { ProviderDetail } from "@/lib/domain/supply/types";
import { ProviderButtons } from "./provider-buttons";
import { useTestWords } from "./test-words";

/** What can be done with a provider besides its terms: a test call, and the end of a pause. */
export function ProviderActions({ provider }: { provider: ProviderDetail }) {
  const t = useTranslations("providers");
  const words = { ...useTestWords(), test: t("test"), resume: t("resume"), resumed: t("resumed") };
  return (
    <ProviderButtons
      id={provider.id}
      canTest={provider.kind !== "OWN_STOCK" && provider.hasKey}
      canResume={provider.state === "paused" || provider.state === "failing"}
      words={words}
    />
  );
}
