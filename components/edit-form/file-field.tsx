"use client";

import { useTranslations } from "next-intl";
import { type ChangeEventHandler, useEffect, useId, useRef, useState } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { classNames } from "@/components/ui/class-names";

interface FileFieldProps {
  name: string;
  label: string;
  hint: string;
  accept: string;
  /** What is larger is not sent at all. */
  most?: { bytes: number; error: string };
  onChange?: ChangeEventHandler<HTMLInputElement>;
}

/**
 * Chooses a file; what it may be is said beforehand and checked by the server. The browser's own words are in its language,
 * not the page's: its input lies unseen over ours, and still takes the click, the key and the dropped file.
 */
export function FileField({ name, label, hint, accept, most, onChange }: FileFieldProps) {
  const t = useTranslations("feedback");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  useEffect(() => {
    const form = input.current?.form;
    const forget = () => setChosen(null);
    form?.addEventListener("reset", forget);
    return () => form?.removeEventListener("reset", forget);
  }, []);
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <div className="relative flex items-center gap-3 rounded-control text-sm has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent has-[:focus-visible]:outline-offset-2">
        <span
          aria-hidden="true"
          className={classNames(buttonStyle({ variant: "secondary" }), "shrink-0 text-sm")}
        >
          {t("chooseFile")}
        </span>
        <bdi aria-hidden="true" className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">
          {chosen ?? t("noFile")}
        </bdi>
        <input
          ref={input}
          id={id}
          type="file"
          name={name}
          accept={accept}
          onChange={(event) => {
            const file = event.target.files?.[0];
            const exceeds = most !== undefined && (file?.size ?? 0) > most.bytes;
            if (exceeds) event.target.value = "";
            setTooLarge(exceeds);
            setChosen(exceeds ? null : (file?.name ?? null));
            onChange?.(event);
          }}
          aria-describedby={isTooLarge ? `${id}-error ${id}-hint` : `${id}-hint`}
          aria-invalid={isTooLarge || undefined}
          className="absolute inset-0 w-full cursor-pointer opacity-0"
        />
      </div>
      <p id={`${id}-error`} role="alert" className="text-bad text-sm empty:hidden">
        {isTooLarge && most?.error}
      </p>
      <p id={`${id}-hint`} className="text-ink-3 text-xs">
        {hint}
      </p>
    </div>
  );
}
