import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { searchScore } from "@/lib/domain/kernel/search";
import type { UnsoldChoice } from "./buy-choice";

const SHOWN = 3;
/** From here a word is meant: the whole name, its beginning, or another spelling of it. */
const MEANT = 79;
const LIKELY = 39;

interface UnsoldChoicesProps {
  query: string;
  unsold: readonly UnsoldChoice[];
  /** Nothing that is sold answers: a likeness is enough. */
  isOnly: boolean;
}

/** What somebody types and nobody gets here, with why. */
export function UnsoldChoices({ query, unsold, isOnly }: UnsoldChoicesProps) {
  const t = useTranslations("numbers.buy");
  const least = isOnly ? LIKELY : MEANT;
  const meant = unsold
    .map((service) => ({ service, score: searchScore(query, service) }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN);
  if (meant.length === 0) return null;
  return (
    <ul role="status" className="flex flex-col gap-2">
      {meant.map(({ service }) => (
        <li
          key={service.key}
          className="flex items-start gap-2 rounded-control border border-line bg-sunken px-3 py-2 text-sm"
        >
          <Ban aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn" />
          <span>
            {t("prohibited", { service: service.name })} <span className="text-ink-2">{service.reason}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
