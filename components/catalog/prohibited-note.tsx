import { CircleSlash } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ProhibitedService } from "@/lib/domain/catalog/types";
import { ProhibitedReason } from "./prohibited-reason";

/** What somebody looks for and nobody gets here, with why. */
export function ProhibitedNote({ services }: { services: readonly ProhibitedService[] }) {
  const t = useTranslations("pricing");
  if (services.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {services.slice(0, 5).map((service) => (
        <li
          key={service.slug}
          className="flex items-start gap-3 rounded-panel border border-line bg-sunken px-4 py-3 text-sm"
        >
          <CircleSlash aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-3" />
          <span>
            <strong className="font-medium">{t("notSold", { service: service.name })}</strong>{" "}
            <span className="text-ink-2">
              <ProhibitedReason reason={service.reason} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
