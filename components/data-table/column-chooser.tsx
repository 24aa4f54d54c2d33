"use client";

import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Menu, MenuCheck } from "@/components/ui/menu";
import { useRouter } from "@/lib/i18n/navigation";

interface ColumnChooserProps {
  columns: { key: string; label: string; isVisible: boolean; href: string }[];
}

/** Which columns the list shows; kept in the address. */
export function ColumnChooser({ columns }: ColumnChooserProps) {
  const t = useTranslations("table");
  const router = useRouter();
  return (
    <Menu
      trigger={
        <Button variant="secondary">
          <Columns3 aria-hidden="true" className="size-4" />
          {t("columns")}
        </Button>
      }
    >
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
