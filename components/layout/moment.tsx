import { useFormatter } from "next-intl";

/** A time as people write it, readable by programs too. */
export function Moment({ at }: { at: string }) {
  const format = useFormatter();
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {format.dateTime(new Date(at), "short")}
    </time>
  );
}
