"use client";

import { CodeBlock } from "@/components/ui/code-block";
import { type SampleRequest, snippetOf } from "@/lib/format/request-snippets";
import { useReference } from "./reference-state";
import { SnippetTabs } from "./snippet-tabs";
import { LANGUAGE_LABELS } from "./types";

/** A request in the language of the page: written here, so that the page is not five times as heavy. */
export function RequestSnippet({ label, request }: { label: string; request: SampleRequest }) {
  const { language } = useReference();
  return (
    <div data-snippets className="flex min-w-0 flex-col gap-1">
      <SnippetTabs />
      <div data-language={language}>
        <CodeBlock label={`${label}, ${LANGUAGE_LABELS[language]}`}>{snippetOf(request, language)}</CodeBlock>
      </div>
    </div>
  );
}
