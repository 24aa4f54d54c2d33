"use client";

import { Popover } from "@base-ui/react/popover";
import { CalendarDays } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { readTypedDay, writtenDay } from "@/lib/format/persian-date";
import { classNames } from "./class-names";
import { controlStyle } from "./control-style";
import type { DateFieldProps } from "./date-field";
import { Field } from "./field";
import { PersianMonth } from "./persian-month";

/** A day of the Persian calendar, typed or picked; the form gets it as "2026-11-21". */
export default function PersianDateField({
  label,
  name,
  defaultValue = "",
  required,
  className,
}: DateFieldProps) {
  const t = useTranslations("table.date");
  const format = useFormatter();
  const written = (iso: string) =>
    writtenDay(iso).replace(/\d/g, (digit) => format.number(Number(digit), "whole"));
  const [text, setText] = useState(() => written(defaultValue));
  const [isChecked, setChecked] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const chosen = useRef<HTMLButtonElement>(null);
  const day = readTypedDay(text);
  const problem = day === null ? t("invalid") : "";
  useEffect(() => input.current?.setCustomValidity(problem), [problem]);

  function leave(): void {
    setChecked(true);
    if (day !== null) setText(written(day));
  }

  function pick(iso: string): void {
    setText(written(iso));
    setOpen(false);
  }

  return (
    <div className={classNames("w-full", className)}>
      <Field label={label} error={isChecked && problem ? problem : undefined}>
        {({ id, describedBy, invalid }) => (
          <span className="relative block w-full">
            <input
              ref={input}
              id={id}
              value={text}
              onChange={(event: ChangeEvent<HTMLInputElement>) => setText(event.currentTarget.value)}
              onBlur={leave}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
              placeholder={t("placeholder")}
              required={required}
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              className={classNames(controlStyle, "pe-11 md:pe-9")}
            />
            <input type="hidden" name={name} value={day ?? ""} />
            <Popover.Root open={isOpen} onOpenChange={setOpen}>
              <Popover.Trigger
                aria-label={t("open")}
                className="absolute inset-y-0 end-0 inline-flex w-11 items-center justify-center rounded-control text-ink-2 hover:text-ink md:w-9"
              >
                <CalendarDays aria-hidden="true" className="size-4" />
              </Popover.Trigger>
              <Popover.Portal>
                <Popover.Positioner align="end" sideOffset={6} className="z-50 outline-none">
                  <Popover.Popup
                    initialFocus={chosen}
                    aria-label={t("open")}
                    className="floating rounded-panel border border-line bg-surface p-3 text-ink outline-none"
                    // The lists of the calendar are no part of the form around it.
                    onChange={(event) => event.stopPropagation()}
                  >
                    <PersianMonth
                      value={day ?? ""}
                      today={new Date().toISOString().slice(0, 10)}
                      onPick={pick}
                      focusRef={chosen}
                    />
                  </Popover.Popup>
                </Popover.Positioner>
              </Popover.Portal>
            </Popover.Root>
          </span>
        )}
      </Field>
    </div>
  );
}
