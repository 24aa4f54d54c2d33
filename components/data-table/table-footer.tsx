import { useFormatter, useTranslations } from "next-intl";
import { Pagination } from "@/components/ui/pagination";

import { Link } from "@/lib/i18n/navigation";
import { PAGE_SIZES, type TablePage, type TableState } from "@/lib/table/table-state";

interface TableFooterProps {
  page: TablePage<unknown>;
  state: TableState;
  href(change: Pick<Partial<TableState>, "page" | "pageSize">): string;
}

/** Which rows these are, the pages before and after, and how many a page holds. */
export function TableFooter({ page, state, href }: TableFooterProps) {
  const t = useTranslations("table");
  const format = useFormatter();
  const { total, isTotalCapped, pageSize } = page;
  if (page.rows.length === 0) return null;
  const from = (page.page - 1) * pageSize + 1;
  const to = from + page.rows.length - 1;
  return (
    <Pagination
      page={page.page}
      pageCount={Math.ceil(total / pageSize)}
      href={(target) => href({ page: target })}
      summary={t(isTotalCapped ? "rangeOfMany" : "range", { from, to, total })}
      previousLabel={t("previous")}
      nextLabel={t("next")}
    >
      {total > PAGE_SIZES[0] && (
        <p className="flex flex-wrap items-center gap-1">
          {t("pageSize")}
          {PAGE_SIZES.map((size) => (
            <Link
              key={size}
              href={href({ pageSize: size })}
              prefetch={false}
              aria-current={size === state.pageSize ? "true" : undefined}
              className="inline-flex min-h-8 min-w-8 pointer-coarse:min-h-11 pointer-coarse:min-w-11 items-center justify-center rounded-control px-2 underline-offset-2 hover:underline aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-ink"
            >
              <bdi>{format.number(size, "whole")}</bdi>
            </Link>
          ))}
        </p>
      )}
    </Pagination>
  );
}
