"use client";

import { useTranslations } from "next-intl";
import { useChosenRows } from "./chosen-rows";

/** Chooses every row of this page, or none. */
export function SelectPage({ formId }: { formId: string }) {
  const t = useTranslations("table");
  const { chosen, all, chooseAll } = useChosenRows(formId);
  return (
    <label className="inline-flex size-9 items-center justify-center">
      <span className="sr-only">{t("selectPage")}</span>
      <input
        type="checkbox"
        checked={all > 0 && chosen === all}
        ref={(box) => {
          if (box) box.indeterminate = chosen > 0 && chosen < all;
        }}
        onChange={(event) => chooseAll(event.target.checked)}
        className="size-4 accent-accent"
      />
    </label>
  );
}
