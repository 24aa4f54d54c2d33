"use client";

import { SlidersHorizontal } from "lucide-react";
import Form from "next/form";
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

interface FilterFormProps {
  id: string;
  action: string;
  search: ReactNode;
  /** Nothing where the list has no filters. */
  filters: ReactNode;
  filtersLabel: string;
  /** Shown from the start, for some of them are set. */
  isOpen: boolean;
  /** The button that sends the form, and what stands beside it. */
  children: ReactNode;
}

/**
 * Sends itself when a choice changes; a text waits for Enter or the button. On a phone the filters fold behind a button, so
 * that the list is seen; without scripts they all stand there and the button is enough.
 */
export function FilterForm({ id, action, search, filters, filtersLabel, isOpen, children }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const filtersId = useId();
  const [isUnfolded, setUnfolded] = useState(isOpen || !search);
  useEffect(() => {
    const shown = form.current;
    // What nobody typed or chose has no place in the address.
    const leaveOut = ({ formData }: FormDataEvent) => {
      for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
    };
    shown?.addEventListener("formdata", leaveOut);
    return () => shown?.removeEventListener("formdata", leaveOut);
  }, []);
  const onChange = (event: FormEvent) => {
    if (event.target instanceof HTMLSelectElement) form.current?.requestSubmit();
  };
  return (
    <Form
      ref={form}
      id={id}
      action={action}
      scroll={false}
      prefetch={false}
      onChange={onChange}
      className="flex w-full flex-wrap items-end gap-2 sm:contents [&_label]:font-normal [&_label]:text-ink-2 [&_label]:text-xs"
    >
      {search}
      {filters && search && (
        <Button
          variant="secondary"
          className="max-sm:noscript:hidden sm:hidden"
          aria-expanded={isUnfolded}
          aria-controls={filtersId}
          aria-label={filtersLabel}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          <SlidersHorizontal aria-hidden="true" className="size-4" />
        </Button>
      )}
      {filters && (
        <div
          id={filtersId}
          className={`max-sm:w-full max-sm:grid-cols-2 max-sm:items-end max-sm:gap-2 sm:contents ${isUnfolded ? "max-sm:grid" : "max-sm:hidden max-sm:noscript:grid"}`}
        >
          {filters}
        </div>
      )}
      {children}
    </Form>
  );
}
