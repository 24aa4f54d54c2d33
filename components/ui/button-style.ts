import { classNames } from "./class-names";

const SHAPE =
  "inline-flex min-h-11 items-center gap-2 rounded-control border font-medium text-sm transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-55 md:min-h-9";

const VARIANTS = {
  primary: "border-transparent bg-accent-strong text-accent-ink hover:bg-accent-strong-hover",
  secondary:
    "border-line-strong bg-surface text-ink hover:border-ink-2 hover:bg-sunken aria-pressed:border-ink aria-pressed:bg-sunken",
  ghost: "border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink",
  danger: "border-bad bg-surface text-bad hover:bg-sunken",
};

/** What is inside: a word; a word in little room; words that may break; words at both ends; a picture alone. */
const CONTENTS = {
  word: "justify-center whitespace-nowrap px-4",
  slim: "justify-center whitespace-nowrap px-2",
  sentence: "justify-center px-4",
  ends: "justify-between whitespace-nowrap px-4",
  icon: "justify-center px-0",
};

export type ButtonVariant = keyof typeof VARIANTS;
export type ButtonContent = keyof typeof CONTENTS;

interface ButtonLook {
  variant?: ButtonVariant;
  content?: ButtonContent;
}

/** The one look of what can be pressed: buttons and links that act like them. */
export function buttonStyle({ variant = "primary", content = "word" }: ButtonLook = {}): string {
  return classNames(SHAPE, VARIANTS[variant], CONTENTS[content]);
}
