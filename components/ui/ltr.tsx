import type { ComponentProps } from "react";

/** A value that reads left to right in every language (amount, phone number, code, id), kept apart from the text around it. */
export function Ltr(props: ComponentProps<"bdi">) {
  return <bdi dir="ltr" {...props} />;
}
