import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

/** Works without scripts: the search is the page's address. */
export function StaffOrderSearch({ search }: { search: string }) {
  const t = useTranslations("admin.orders");
  return (
    <form method="get" className="flex max-w-xl flex-wrap items-end gap-2">
      <div className="min-w-0 grow">
        <TextField type="search" name="search" label={t("search")} defaultValue={search} />
      </div>
      <Button type="submit" variant="secondary">
        {t("find")}
      </Button>
    </form>
  );
}
