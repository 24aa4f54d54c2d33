import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CodedText } from "./coded-text";
import type { CHAPTERS_AFTER, CHAPTERS_BEFORE } from "./reference-nav";

type ChapterName = (typeof CHAPTERS_BEFORE)[number] | (typeof CHAPTERS_AFTER)[number];

interface ChapterProps {
  name: ChapterName;
  /** What the sentences name. */
  values?: Record<string, string>;
  /** Stands beside the words where there is room. */
  aside?: ReactNode;
  children?: ReactNode;
}

/** A chapter of the page in the reader's language: its paragraphs, and what belongs to them. */
export function Chapter({ name, values = {}, aside, children }: ChapterProps) {
  const t = useTranslations("apiReference");
  return (
    <section
      id={name}
      aria-labelledby={`${name}-title`}
      className="grid scroll-mt-4 gap-x-8 gap-y-4 border-line border-t pt-8 xl:has-[>aside]:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <h2 id={`${name}-title`} className="font-semibold text-xl tracking-tight">
          {t(`${name}.title`)}
        </h2>
        {t(`${name}.text`, values)
          .split("\n")
          .map((paragraph) => (
            <p key={paragraph} className="max-w-prose text-ink-2">
              <CodedText text={paragraph} />
            </p>
          ))}
        {children}
      </div>
      {aside && <aside className="flex min-w-0 flex-col gap-3">{aside}</aside>}
    </section>
  );
}
