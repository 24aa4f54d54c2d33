import type { ReactNode } from "react";
import { LinkButton } from "./link-button";

interface PaginationProps {
  page: number;
  pageCount: number;
  href(page: number): string;
  /** "1–25 of 312" */
  summary: string;
  previousLabel: string;
  nextLabel: string;
  /** What stands beside the summary. */
  children?: ReactNode;
}

export function Pagination(props: PaginationProps) {
  const { page, pageCount, href, summary, previousLabel, nextLabel, children } = props;
  return (
    <nav aria-label={summary} className="flex flex-wrap items-center gap-x-6 gap-y-2 text-ink-2 text-sm">
      <p>{summary}</p>
      {children}
      {pageCount > 1 && (
        <span className="ms-auto flex gap-2">
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
