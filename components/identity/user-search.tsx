import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { TextField } from "@/components/ui/text-field";
import { routes } from "@/lib/routes";

/** A plain GET form: the search is in the address. */
export function UserSearch({ search }: { search: string }) {
  const t = useTranslations("users");
  return (
    <search>
      <form className="flex max-w-2xl flex-wrap items-start gap-3">
        <div className="min-w-60 grow">
          <TextField
            type="search"
            name="search"
            label={t("search")}
            hint={t("searchHint")}
            defaultValue={search}
            dir="auto"
          />
        </div>
        <div className="flex gap-2 pt-6.5">
          <Button type="submit" variant="secondary">
            {t("find")}
          </Button>
          {search && (
            <LinkButton href={routes.adminUsers()} variant="ghost">
              {t("clear")}
            </LinkButton>
          )}
        </div>
      </form>
    </search>
  );
}
