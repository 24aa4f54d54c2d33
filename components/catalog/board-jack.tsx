"use client";

import { Flag } from "@/components/layout/flag";
import { Jack } from "@/components/ui/jack";
import { Ltr } from "@/components/ui/ltr";
import { Link } from "@/lib/i18n/navigation";

interface BoardJackProps {
  /** Where it is rented. */
  href: string;
  country: { iso2: string; name: string };
  price: string;
  /** How often a code came, of how many orders; null where too few were rented to say. */
  came: string | null;
}

/** One country of one service: a live jack with its price. There are many of them: only their words travel, drawn they are here. */
export function BoardJack({ href, country, price, came }: BoardJackProps) {
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        className="group grid min-h-14 grid-cols-[auto_auto_minmax(0,1fr)] content-start items-center gap-x-1.5 rounded-control px-1 py-2 text-sm hover:bg-sunken md:gap-x-2.5 md:px-2"
      >
        <Jack
          lit
          className="row-span-2 mt-2 size-5 self-start text-accent transition-transform duration-150 group-hover:scale-110"
        />
        <Flag iso2={country.iso2} />
        <span className="break-words">{country.name}</span>
        <span className="col-span-2 col-start-2 flex flex-col items-start md:flex-row md:flex-wrap md:items-baseline md:gap-x-2">
          <Ltr className="font-medium tabular-nums">{price}</Ltr>
          {came !== null && <span className="text-ink-3 text-xs">{came}</span>}
        </span>
      </Link>
    </li>
  );
}
