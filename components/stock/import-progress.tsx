import { useFormatter } from "next-intl";
import type { ImportWords } from "./import-words";

interface ImportProgressProps {
  /** How much of the file has left, 0 to 1; then the server works on it. */
  sent: number;
  mode: "check" | "commit" | "report";
  words: ImportWords;
}

/** Which step an import is at: a bar with words while the file leaves, words alone while the server works. */
export function ImportProgress({ sent, mode, words }: ImportProgressProps) {
  const format = useFormatter();
  if (sent >= 1) return mode === "commit" ? words.importing : words.checking;
  const share = format.number(sent, "share");
  const sentence = words.uploading.replace("#", share);
  return (
    <span className="flex flex-col gap-1.5">
      {sentence}
      <progress
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
        value={sent}
        max={1}
        aria-label={sentence}
      />
    </span>
  );
}
