"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { OrderMessage } from "@/lib/domain/numbers/types";

/** One SMS in full, as it came. */
export function ActivationMessage({ message }: { message: OrderMessage }) {
  const t = useTranslations("numbers.active");
  const format = useFormatter();
  return (
    <li className="flex flex-col gap-1 rounded-panel bg-sunken p-3">
      <span className="flex flex-wrap justify-between gap-2 text-ink-3 text-xs">
        <span>{t.rich("from", { sender: message.from })}</span>
        <time dateTime={message.receivedAt}>{format.dateTime(new Date(message.receivedAt), "time")}</time>
      </span>
      <p dir="auto" className="whitespace-pre-wrap break-words">
        {message.text}
      </p>
      {message.isForeign && <p className="text-warn text-sm">{t("foreign")}</p>}
    </li>
  );
}
