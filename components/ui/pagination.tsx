import { LinkButton } from "./link-button";

interface PaginationProps {
  page: number;
  pageCount: number;
  href(page: number): string;
  /** "1–25 of 312" */
  summary: string;
  previousLabel: string;
  nextLabel: string;
}

export function Pagination({ page, pageCount, href, summary, previousLabel, nextLabel }: PaginationProps) {
  return (
    <nav
      aria-label={summary}
      className="flex flex-wrap items-center justify-between gap-3 text-ink-2 text-sm"
    >
      <p>{summary}</p>
      {pageCount > 1 && (
        <span className="flex gap-2">
          {page > 1 && (
            <LinkButton variant="secondary" href={href(page - 1)} rel="prev">
              {previousLabel}
            </LinkButton>
          )}
          {page < pageCount && (
            <LinkButton variant="secondary" href={href(page + 1)} rel="next">
              {nextLabel}
            </LinkButton>
          )}
        </span>
      )}
    </nav>
  );
}
