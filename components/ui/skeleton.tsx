import { classNames } from "./class-names";

const SHAPES = { control: "rounded-control", panel: "rounded-panel", row: "" };

/** The place of something that is being read. */
export function Skeleton({
  shape = "control",
  className,
}: {
  shape?: keyof typeof SHAPES;
  className?: string;
}) {
  return (
    <div
      aria-hidden="true"
      data-skeleton=""
      className={classNames("skeleton bg-line/50", SHAPES[shape], className)}
    />
  );
}
