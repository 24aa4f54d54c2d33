import type { ComponentProps } from "react";
import { type ButtonContent, type ButtonVariant, buttonStyle } from "./button-style";
import { classNames } from "./class-names";
import { Spinner } from "./spinner";

interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant;
  content?: ButtonContent;
  /** The answer is awaited: the label stays, a spinner joins it, and a second press does nothing. */
  pending?: boolean;
}

export function Button({
  variant,
  content,
  pending = false,
  className,
  children,
  onClick,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      // Stays focusable while pending, so that the focus is not lost.
      disabled={disabled && !pending}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      className={classNames(buttonStyle({ variant, content }), className)}
    >
      {pending && <Spinner />}
      {children}
    </button>
  );
}
