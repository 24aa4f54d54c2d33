import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { getPathname } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

/** The way from an order's number to what it did in the books. */
export function OrderSearch({ order }: { order: string }) {
  const t = useTranslations("ledger.order");
  const locale = useLocale();
  return (
    <search>
      <form
        action={getPathname({ href: routes.adminLedgerOrder(), locale })}
        className="flex items-end gap-2 [&>div]:min-w-0 [&>div]:grow sm:[&>div]:grow-0"
      >
        <TextField
          label={t("search")}
          name="order"
          defaultValue={order}
          maxLength={40}
          dir="ltr"
          autoComplete="off"
          className="w-full sm:w-64"
        />
        <Button type="submit" variant="secondary">
          {t("show")}
        </Button>
      </form>
    </search>
  );
}
