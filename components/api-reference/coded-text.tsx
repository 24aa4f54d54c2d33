import { Fragment } from "react";

/** A sentence in which what stands in `backquotes` is code. */
export function CodedText({ text }: { text: string }) {
  // Every second part stood in backquotes; parts have no other name than their place.
  const parts = text.split("`").map((part, place) => ({ part, place, isCode: place % 2 === 1 }));
  return parts.map(({ part, place, isCode }) =>
    isCode ? (
      <bdi key={place} dir="ltr">
        <code className="rounded bg-sunken px-1 py-0.5 font-mono text-[0.9em]">{part}</code>
      </bdi>
    ) : (
      <Fragment key={place}>{part}</Fragment>
    ),
  );
}
