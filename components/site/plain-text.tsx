import type { ReactNode } from "react";

const BULLET = /^[-*] /;

function block(lines: string[], key: number): ReactNode {
  const [first = ""] = lines;
  if (first.startsWith("## ")) {
    return (
      <h3 key={key} className="pt-2 font-semibold">
        {first.slice(3)}
      </h3>
    );
  }
  if (first.startsWith("# ")) {
    return (
      <h2 key={key} className="pt-4 font-semibold text-xl tracking-tight">
        {first.slice(2)}
      </h2>
    );
  }
  if (lines.every((line) => BULLET.test(line))) {
    return (
      <ul key={key} className="list-disc ps-5">
        {lines.map((line) => (
          <li key={line}>{line.replace(BULLET, "")}</li>
        ))}
      </ul>
    );
  }
  return (
    <p key={key} className="whitespace-pre-line">
      {lines.join("\n")}
    </p>
  );
}

/** Text as an operator types it: headings by #, lists by -, paragraphs by an empty line. Never HTML. */
export function PlainText({ text, lang, dir }: { text: string; lang: string; dir: "ltr" | "rtl" }) {
  const blocks = text
    .replaceAll("\r\n", "\n")
    .split(/\n{2,}/)
    .flatMap((part) => {
      const lines = part.split("\n").filter((line) => line.trim() !== "");
      const isHeading = lines[0]?.startsWith("#") && lines.length > 1;
      return isHeading ? [lines.slice(0, 1), lines.slice(1)] : [lines];
    })
    .filter((lines) => lines.length > 0);
  return (
    <div
      lang={lang}
      dir={dir}
      className="flex max-w-prose flex-col gap-3 text-ink-2 [&_h2]:text-ink [&_h3]:text-ink"
    >
      {blocks.map(block)}
    </div>
  );
}
