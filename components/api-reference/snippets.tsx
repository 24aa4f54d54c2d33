import { CodeBlock } from "@/components/ui/code-block";
import type { SnippetLanguage } from "@/lib/format/request-snippets";
import { SnippetTabs } from "./snippet-tabs";
import { LANGUAGE_LABELS } from "./types";

/** All are sent; the page's language decides which is seen. */
const SEEN: Record<SnippetLanguage, string> = {
  curl: "hidden group-data-[code=curl]/code:block",
  javascript: "hidden group-data-[code=javascript]/code:block",
  python: "hidden group-data-[code=python]/code:block",
  php: "hidden group-data-[code=php]/code:block",
  go: "hidden group-data-[code=go]/code:block",
};

interface SnippetsProps {
  label: string;
  snippets: readonly { language: SnippetLanguage; text: string }[];
}

/** One example, written in every language. */
export function Snippets({ label, snippets }: SnippetsProps) {
  return (
    <div data-snippets className="flex min-w-0 flex-col gap-1">
      <SnippetTabs />
      {snippets.map(({ language, text }) => (
        <div key={language} data-language={language} className={SEEN[language]}>
          <CodeBlock label={`${label}, ${LANGUAGE_LABELS[language]}`}>{text}</CodeBlock>
        </div>
      ))}
    </div>
  );
}
