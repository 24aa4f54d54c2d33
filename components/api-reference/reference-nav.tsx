import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Ltr } from "@/components/ui/ltr";
import type { OperationGroup } from "./types";

/** Chapters before and after the operations, in the order of the page. */
export const CHAPTERS_BEFORE = ["start", "keys", "conventions", "idempotency", "limits", "sandbox"] as const;
export const CHAPTERS_AFTER = ["webhookCheck", "protocols", "errors", "versions"] as const;

const LINK =
  "flex min-h-11 items-center rounded-control px-2 text-ink-2 text-sm hover:bg-sunken hover:text-ink lg:min-h-8";

function Entry({ to, children }: { to: string; children: ReactNode }) {
  return (
    <li>
      <a href={`#${to}`} className={LINK}>
        <span>{children}</span>
      </a>
    </li>
  );
}

function Contents({ groups }: { groups: readonly OperationGroup[] }) {
  const t = useTranslations("apiReference");
  return (
    <ul className="flex flex-col">
      {CHAPTERS_BEFORE.map((chapter) => (
        <Entry key={chapter} to={chapter}>
          {t(`${chapter}.title`)}
        </Entry>
      ))}
      {groups.map(({ tag, operations }) => (
        <li key={tag} className="pt-3">
          <h2 lang="en" className="px-2 font-medium text-ink-3 text-xs">
            <Ltr>{tag}</Ltr>
          </h2>
          <ul lang="en">
            {operations.map(({ id, summary }) => (
              <Entry key={id} to={id}>
                <Ltr>{summary}</Ltr>
              </Entry>
            ))}
          </ul>
        </li>
      ))}
      <li aria-hidden="true" className="pt-3" />
      {CHAPTERS_AFTER.map((chapter) => (
        <Entry key={chapter} to={chapter}>
          {t(`${chapter}.title`)}
        </Entry>
      ))}
    </ul>
  );
}

/** The page's contents: beside it where there is room, folded above it where there is not. */
export function ReferenceNav({ groups }: { groups: readonly OperationGroup[] }) {
  const t = useTranslations("apiReference");
  return (
    <>
      <details className="rounded-panel border border-line bg-surface px-4 py-1 lg:hidden">
        <summary className="flex min-h-11 cursor-pointer items-center font-medium">{t("contents")}</summary>
        <nav aria-label={t("contents")}>
          <Contents groups={groups} />
        </nav>
      </details>
      <nav
        aria-label={t("contents")}
        className="sticky top-4 max-h-[calc(100dvh-2rem)] self-start overflow-y-auto max-lg:hidden"
      >
        <Contents groups={groups} />
      </nav>
    </>
  );
}
