import { cva, type VariantProps } from "class-variance-authority";

/** The one look of what can be pressed: buttons and links that act like them. */
export const buttonStyle = cva(
  "inline-flex min-h-11 items-center justify-center gap-2 whitespace-nowrap rounded-control border px-4 font-medium text-sm transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-55 md:min-h-9",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent-strong text-accent-ink hover:bg-accent-strong-hover",
        secondary:
          "border-line-strong bg-surface text-ink hover:border-ink-2 hover:bg-sunken aria-pressed:border-ink aria-pressed:bg-sunken",
        ghost: "border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink",
        danger: "border-bad bg-surface text-bad hover:bg-sunken",
      },
    },
    defaultVariants: { variant: "primary" },
  },
);

export type ButtonVariant = NonNullable<VariantProps<typeof buttonStyle>["variant"]>;
