"use client";

import type { ReactNode } from "react";
import { Link, usePathname } from "@/lib/i18n/navigation";

interface NavigationLinkProps {
  href: string;
  /** Other items' addresses: the longest that fits the page is the current one. */
  siblings: readonly string[];
  className: string;
  title?: string;
  onClick?: () => void;
  children: ReactNode;
}

function fits(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}

/** A link that knows when it is the page one is on. */
export function NavigationLink({ href, siblings, ...rest }: NavigationLinkProps) {
  const path = usePathname();
  const isCurrent =
    fits(path, href) && !siblings.some((other) => other.length > href.length && fits(path, other));
  return <Link href={href} aria-current={isCurrent ? "page" : undefined} {...rest} />;
}
