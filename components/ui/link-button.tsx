"use client";

import type { ComponentProps } from "react";
import { Link } from "@/lib/i18n/navigation";
import { type ButtonVariant, buttonStyle } from "./button-style";
import { classNames } from "./class-names";

/** A link that looks like a button, because it goes somewhere. */
export function LinkButton({
  variant,
  className,
  ...rest
}: ComponentProps<typeof Link> & { variant?: ButtonVariant }) {
  return <Link {...rest} className={classNames(buttonStyle({ variant }), className)} />;
}
