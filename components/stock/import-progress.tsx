import { useFormatter } from "next-intl";
import type { Stored } from "./import-answer";
import type { ImportWords } from "./import-words";

interface ImportProgressProps {
  /** How much of the file has left, 0 to 1; then the server works on it. */
  sent: number;
  /** How many numbers are through, once the first are. */
  stored: Stored | null;
  mode: "check" | "commit" | "report";
  words: ImportWords;
}

function Bar({ value, sentence }: { value: number; sentence: string }) {
  return (
    <span className="flex flex-col gap-1.5">
      {sentence}
      <progress
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
        value={value}
        max={1}
        aria-label={sentence}
      />
    </span>
  );
}

/** Which step an import is at: a bar while the file leaves and while its numbers are stored, words alone in between. */
export function ImportProgress({ sent, stored, mode, words }: ImportProgressProps) {
  const format = useFormatter();
  if (sent < 1)
    return <Bar value={sent} sentence={words.uploading.replace("#", format.number(sent, "share"))} />;
  if (mode !== "commit") return words.checking;
  if (stored === null) return words.importing;
  const share = stored.stored / stored.of;
  const sentence = words.storing
    .replace("#", format.number(stored.stored, "whole"))
    .replace("#", format.number(stored.of, "whole"))
    .replace("#", format.number(share, "share"));
  return <Bar value={share} sentence={sentence} />;
}
