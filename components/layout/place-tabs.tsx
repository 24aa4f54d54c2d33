import type { ReactNode } from "react";
import { NavigationLink } from "./navigation-link";

interface PlaceTabsProps {
  label: string;
  tabs: readonly { key: string; href: string; label: string }[];
  /** Further list items, at the end of the line. */
  children?: ReactNode;
}

/** The places of one area, side by side; the open one is underlined. */
export function PlaceTabs({ label, tabs, children }: PlaceTabsProps) {
  const siblings = tabs.map(({ href }) => href);
  return (
    <nav aria-label={label} className="border-line border-b">
      <ul className="flex flex-wrap gap-1">
        {tabs.map((tab) => (
          <li key={tab.key}>
            <NavigationLink
              href={tab.href}
              siblings={siblings}
              className="flex min-h-11 items-center border-transparent border-b-2 px-3 text-ink-2 text-sm hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink md:min-h-9"
            >
              {tab.label}
            </NavigationLink>
          </li>
        ))}
        {children}
      </ul>
    </nav>
  );
}
