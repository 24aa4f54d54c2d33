import type { ComponentProps } from "react";
import { classNames } from "./class-names";

const PADDING = { slim: "p-3", usual: "p-4 sm:p-5", wide: "p-6 sm:p-8" };
const LINE = { usual: "border-line", warn: "border-warn", bad: "border-bad" };

interface PanelProps extends ComponentProps<"div"> {
  as?: "div" | "article" | "section";
  padding?: keyof typeof PADDING;
  line?: keyof typeof LINE;
}

export function Panel({
  as: Element = "div",
  padding = "usual",
  line = "usual",
  className,
  ...rest
}: PanelProps) {
  return (
    <Element
      {...rest}
      className={classNames("rounded-panel border bg-surface", LINE[line], PADDING[padding], className)}
    />
  );
}
