import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export function Panel({
  as: Element = "div",
  className,
  ...rest
}: ComponentProps<"div"> & { as?: "div" | "article" | "section" }) {
  return (
    <Element
      {...rest}
      className={classNames("rounded-panel border border-line bg-surface p-4 sm:p-5", className)}
    />
  );
}
