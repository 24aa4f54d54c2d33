"use client";

import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link, usePathname } from "@/lib/i18n/navigation";
import { LinkPending } from "./link-pending";

interface NavigationLinkProps {
  href: string;
  /** Other items' addresses: the longest that fits the page is the current one. */
  siblings: readonly string[];
  /** Every page below this address belongs to it too. */
  within?: string | undefined;
  className: string;
  title?: string;
  onClick?: () => void;
  children: ReactNode;
}

function fits(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}

/** A link that knows when it is the page one is on. */
export function NavigationLink({
  href,
  siblings,
  within,
  className,
  children,
  ...rest
}: NavigationLinkProps) {
  const path = usePathname();
  const isCurrent =
    (fits(path, href) || (within !== undefined && fits(path, within))) &&
    !siblings.some((other) => other !== href && other.length > (within ?? href).length && fits(path, other));
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={classNames("relative", className)}
      {...rest}
    >
      {children}
      <LinkPending />
    </Link>
  );
}
