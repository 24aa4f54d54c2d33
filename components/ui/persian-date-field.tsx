"use client";

import { CalendarDays } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ChangeEvent, lazy, useEffect, useRef, useState } from "react";
import { readTypedDay, writtenDay } from "@/lib/format/persian-date";
import { classNames } from "./class-names";
import { controlStyle } from "./control-style";
import type { DateFieldProps } from "./date-field";
import { Field } from "./field";
import { OnDemand } from "./on-demand";

const load = () => import("./persian-calendar");
const PersianCalendar = lazy(load);

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
  const input = useRef<HTMLInputElement>(null);
  const day = readTypedDay(text);
  const problem = day === null ? t("invalid") : "";
  useEffect(() => input.current?.setCustomValidity(problem), [problem]);

  function leave(): void {
    setChecked(true);
    if (day !== null) setText(written(day));
  }

  const pick = (iso: string) => setText(written(iso));
  const trigger = (
    <button
      type="button"
      aria-label={t("open")}
      className="absolute inset-y-0 end-0 inline-flex w-11 items-center justify-center rounded-control text-ink-2 hover:text-ink md:w-9"
    >
      <CalendarDays aria-hidden="true" className="size-4" />
    </button>
  );

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
            <OnDemand trigger={trigger} popup="dialog" load={load}>
              <PersianCalendar trigger={trigger} label={t("open")} value={day ?? ""} onPick={pick} />
            </OnDemand>
          </span>
        )}
      </Field>
    </div>
  );
}
