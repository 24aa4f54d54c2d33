import { classNames } from "./class-names";

/** The place of something that is being read. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden="true"
      data-skeleton=""
      className={classNames("skeleton rounded-control bg-sunken", className)}
    />
  );
}
