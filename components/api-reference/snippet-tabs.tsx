"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { SNIPPET_LANGUAGES } from "@/lib/format/request-snippets";
import { useReference } from "./reference-state";
import { LANGUAGE_LABELS } from "./types";

const SHOWN_MS = 2_000;

/** Which language the examples are in, for the whole page; and the example that is shown, copied. */
export function SnippetTabs() {
  const { words, language, setLanguage } = useReference();
  const [isCopied, setCopied] = useState(false);

  function copy(button: HTMLElement) {
    const shown = button.closest("[data-snippets]")?.querySelector(`[data-language="${language}"] code`);
    navigator.clipboard.writeText(shown?.textContent ?? "").then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), SHOWN_MS);
    });
  }

  const Icon = isCopied ? Check : Copy;
  return (
    <div className="flex items-center justify-between gap-1">
      <fieldset className="flex min-w-0 overflow-x-auto">
        <legend className="sr-only">{words.languages}</legend>
        {SNIPPET_LANGUAGES.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === language}
            onClick={() => setLanguage(name)}
            className="min-h-11 shrink-0 border-transparent border-b-2 px-2 text-ink-2 text-sm hover:text-ink aria-pressed:border-accent-strong aria-pressed:font-medium aria-pressed:text-ink md:min-h-9"
          >
            <bdi dir="ltr">{LANGUAGE_LABELS[name]}</bdi>
          </button>
        ))}
      </fieldset>
      <Button
        variant="ghost"
        content="slim"
        aria-label={words.copy}
        onClick={(event) => copy(event.currentTarget)}
      >
        <Icon aria-hidden="true" className="size-4" />
      </Button>
    </div>
  );
}
