import { useFormatter, useTranslations } from "next-intl";
import type { NamedProvider } from "@/lib/domain/supply/types";

/** Names that the seed gives. They are data; while nobody has changed them the reader's language has words for them. */
const SEEDED = {
  "Own numbers": "own",
  "Own numbers in reserve": "reserve",
  "Simulated supplier": "simulated",
} as const;

type SeededWord = (typeof SEEDED)[keyof typeof SEEDED];

/** A supplier's name for the reader; `words` speaks for "providers.seeded". */
export function providerName(name: string, words: (key: SeededWord) => string): string {
  return Object.hasOwn(SEEDED, name) ? words(SEEDED[name as keyof typeof SEEDED]) : name;
}

export function ProviderName({ name }: { name: string }) {
  const words = useTranslations("providers.seeded");
  return <bdi>{providerName(name, words)}</bdi>;
}

export function ProviderNames({ providers }: { providers: readonly NamedProvider[] }) {
  const words = useTranslations("providers.seeded");
  return <bdi>{useFormatter().list(providers.map(({ name }) => providerName(name, words)))}</bdi>;
}
