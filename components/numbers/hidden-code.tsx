"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

/** A code in a list stays covered until it is asked for. */
export function HiddenCode({ code }: { code: string }) {
  const t = useTranslations("numbers.history");
  const [shown, setShown] = useState(false);
  return (
    <button
      type="button"
      aria-pressed={shown}
      aria-label={shown ? t("hide") : t("show")}
      onClick={() => setShown((current) => !current)}
      className="min-h-6 rounded-control px-1 max-md:-me-3 max-md:-my-2.5 max-md:min-h-11 max-md:px-3 font-mono text-sm hover:bg-sunken"
    >
      <bdi dir="ltr">{shown ? code : "••••••"}</bdi>
    </button>
  );
}
