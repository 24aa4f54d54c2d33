import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { TextField } from "@/components/ui/text-field";
import { routes } from "@/lib/routes";
import type { BoardRow } from "./board-rows";
import { BoardStrip } from "./board-strip";

/** Services and countries with what they cost now; each jack leads to the place where it is rented. Works without scripts. */
export function LandingBoard({ rows, query, locale }: { rows: BoardRow[]; query: string; locale: string }) {
  const t = useTranslations("landing");
  return (
    <div className="flex flex-col gap-6">
      {/* biome-ignore lint/a11y/useSemanticElements: the search element has no role in older readers */}
      <form method="get" role="search" className="flex max-w-xl items-end gap-2">
        <div className="min-w-0 grow">
          <TextField
            type="search"
            name="q"
            label={t("search")}
            placeholder={t("placeholder")}
            defaultValue={query}
            maxLength={60}
            autoComplete="off"
            enterKeyHint="search"
          />
        </div>
        <Button type="submit" variant="secondary">
          {t("find")}
        </Button>
      </form>
      {rows.length === 0 ? (
        <EmptyState
          title={query ? t("nothing", { query }) : t("empty")}
          action={
            query ? (
              <LinkButton variant="secondary" href={routes.home()}>
                {t("clear")}
              </LinkButton>
            ) : undefined
          }
        />
      ) : (
        <section
          aria-label={t("board")}
          className="overflow-hidden rounded-panel border border-line bg-surface"
        >
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <BoardStrip key={row.service.slug} row={row} locale={locale} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
