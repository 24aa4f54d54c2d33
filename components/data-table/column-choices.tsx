"use client";

import type { ReactElement } from "react";
import { Menu, MenuCheck } from "@/components/ui/menu";
import { useRouter } from "@/lib/i18n/navigation";

interface ColumnChoicesProps {
  trigger: ReactElement;
  columns: { key: string; label: string; isVisible: boolean; href: string }[];
}

/** Which columns the list shows; kept in the address: the menu, open. */
export default function ColumnChoices({ trigger, columns }: ColumnChoicesProps) {
  const router = useRouter();
  return (
    <Menu trigger={trigger} defaultOpen>
      {columns.map((column) => (
        <MenuCheck
          key={column.key}
          isChecked={column.isVisible}
          onChange={() => router.push(column.href, { scroll: false })}
        >
          {column.label}
        </MenuCheck>
      ))}
    </Menu>
  );
}
