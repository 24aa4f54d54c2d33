"use client";

import Form from "next/form";
import { type FormEvent, type ReactNode, useRef } from "react";

/** Sends itself when a choice changes; a text waits for Enter or the button. Without scripts the button is enough. */
export function FilterForm({ action, children }: { action: string; children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null);
  const onChange = (event: FormEvent) => {
    if (event.target instanceof HTMLSelectElement) form.current?.requestSubmit();
  };
  return (
    <Form
      ref={form}
      action={action}
      scroll={false}
      prefetch={false}
      onChange={onChange}
      className="grid w-full grid-cols-2 items-end gap-2 sm:contents [&_label]:font-normal [&_label]:text-ink-2 [&_label]:text-xs"
    >
      {children}
    </Form>
  );
}
