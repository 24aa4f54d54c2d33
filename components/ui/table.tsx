import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

/** A table that becomes a list of cards on a narrow screen; nothing ever scrolls sideways. */
export function Table({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <div className="overflow-hidden rounded-panel border border-line bg-surface">
      <table className="w-full text-sm max-md:block">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return <thead className="border-line border-b bg-sunken text-ink-2 max-md:sr-only">{children}</thead>;
}

export function TableBody({ children }: { children: ReactNode }) {
  return <tbody className="divide-y divide-line max-md:block">{children}</tbody>;
}

export function TableRow(props: ComponentProps<"tr">) {
  return (
    <tr
      {...props}
      className="max-md:flex max-md:flex-col max-md:gap-1.5 max-md:p-4 [&:has(details[open])>td]:align-top"
    />
  );
}

type Align = "start" | "end";

export function TableHeader({ align = "start", children }: { align?: Align; children: ReactNode }) {
  return (
    <th
      scope="col"
      className={classNames(
        "px-4 py-2 font-medium md:dense:px-3 md:dense:py-1.5",
        align === "end" ? "text-end" : "text-start",
      )}
    >
      {children}
    </th>
  );
}

/** `label` stands before the value where the header row is not seen. */
export function TableCell({
  label,
  align = "start",
  children,
}: {
  label: string;
  align?: Align;
  children: ReactNode;
}) {
  return (
    <td
      className={classNames(
        "px-4 py-2.5 align-middle md:dense:px-3 md:dense:py-1.5 max-md:flex max-md:items-baseline max-md:justify-between max-md:gap-4 max-md:p-0",
        align === "end" ? "md:text-end" : "md:text-start",
      )}
    >
      <span aria-hidden="true" className="text-ink-3 md:hidden">
        {label}
      </span>
      <span className="min-w-0 max-md:text-end">{children}</span>
    </td>
  );
}
