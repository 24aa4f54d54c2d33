import { Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { TextField } from "@/components/ui/text-field";
import type { ProhibitedService } from "@/lib/domain/catalog/types";
import { getPathname } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import type { BoardRow } from "./board-rows";
import { BoardStrip } from "./board-strip";
import { ProhibitedNote } from "./prohibited-note";

interface LandingBoardProps {
  rows: BoardRow[];
  prohibited: readonly ProhibitedService[];
  query: string;
  isSignedIn: boolean;
}

/** Services and countries with what they cost now; each jack leads to the place where it is rented. Works without scripts. */
export function LandingBoard({ rows, prohibited, query, isSignedIn }: LandingBoardProps) {
  const t = useTranslations("landing");
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-6">
      {/* biome-ignore lint/a11y/useSemanticElements: the search element has no role in older readers */}
      <form
        method="get"
        role="search"
        action={getPathname({ href: routes.home(), locale })}
        className="flex max-w-2xl items-end gap-2 [&_button]:min-h-12 [&_input]:min-h-12 [&_input]:text-base"
      >
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
        <Button type="submit">
          <Search aria-hidden="true" className="size-4" />
          {t("find")}
        </Button>
      </form>
      <ProhibitedNote services={prohibited} />
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
          <ul className={classNames("divide-y divide-line", !query && "max-md:[&>li:nth-child(n+7)]:hidden")}>
            {rows.map((row) => (
              <BoardStrip key={row.service.slug} row={row} isSignedIn={isSignedIn} />
            ))}
          </ul>
        </section>
      )}
      <p className="flex flex-wrap gap-2">
        {query && rows.length > 0 && (
          <LinkButton variant="ghost" prefetch={false} href={routes.home()}>
            {t("clear")}
          </LinkButton>
        )}
        <LinkButton variant="secondary" prefetch={false} href={routes.pricing({ search: query })}>
          {query ? t("pricesOf", { query }) : t("prices")}
        </LinkButton>
      </p>
    </div>
  );
}
