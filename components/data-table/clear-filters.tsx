import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** Something is there, but not what was asked for. */
export function ClearFilters({ href }: { href: string }) {
  const t = useTranslations("table");
  return (
    <EmptyState
      title={t("nothingMatches")}
      text={t("nothingMatchesText")}
      action={
        <LinkButton variant="secondary" href={href} prefetch={false}>
          {t("clearFilters")}
        </LinkButton>
      }
    />
  );
}
