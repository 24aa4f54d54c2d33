"use client";

import { lazy, type ReactNode, Suspense, useSyncExternalStore } from "react";
import { TextField } from "./text-field";

export interface DateFieldProps {
  label: ReactNode;
  /** What the form sends under it is "2026-11-21", whatever the reader's calendar. */
  name: string;
  defaultValue?: string;
  required?: boolean;
  className?: string;
}

const PersianDateField = lazy(() => import("./persian-date-field"));

const neverChanges = () => () => {};
const calendarOfPage = () => document.documentElement.dataset.calendar ?? null;
const unknownYet = () => null;

/**
 * A day. Browsers let people pick days of the Gregorian calendar only: who counts in the Persian one gets a field of ours, fetched when
 * it is needed. Without scripts the browser's own stays.
 */
export function DateField(props: DateFieldProps) {
  const calendar = useSyncExternalStore(neverChanges, calendarOfPage, unknownYet);
  const own = <TextField {...props} type="date" />;
  if (calendar !== "persian") return own;
  return (
    <Suspense fallback={own}>
      <PersianDateField {...props} />
    </Suspense>
  );
}
