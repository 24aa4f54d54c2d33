"use client";

import { useAction } from "next-safe-action/hooks";
import { useEffect, useRef } from "react";
import { EditField } from "@/components/edit-form/edit-field";
import { useEditing } from "@/components/edit-form/edit-form";
import { testProviderAction } from "@/lib/actions/supply";
import { ProviderTestFacts, type TestWords } from "./provider-test-facts";

interface KeyFieldProps {
  id: string;
  /** Of the provider as it is stored. */
  version: number;
  field: { label: string; hint: string; error: string };
  /** Before what the supplier answered to a key that was just stored. */
  tested: string;
  words: TestWords;
}

/** Takes a new key. Once it is stored it leaves the field, and the supplier is asked whether it is the right one. */
export function KeyField({ id, version, field, tested, words }: KeyFieldProps) {
  const { outcome } = useEditing();
  const test = useAction(testProviderAction);
  const box = useRef<HTMLDivElement>(null);
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    const input = box.current?.querySelector("input");
    if (!input?.value || !outcome.done) return;
    input.value = "";
    test.execute({ id });
  });
  const answer = test.result.data?.ok ? test.result.data.test : null;
  return (
    <div ref={box} className="flex flex-col gap-3">
      <EditField name="apiKey" {...field} value="" maxLength={500} dir="ltr" />
      <div role="status" className="text-sm empty:hidden">
        {answer && (
          <>
            <p className="mb-1 text-ink-2">{tested}</p>
            <ProviderTestFacts test={answer} words={words} />
          </>
        )}
      </div>
    </div>
  );
}
