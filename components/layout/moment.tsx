import { useFormatter } from "next-intl";

/** A time as people write it, readable by programs too; `form` "time" where the day is known. */
export function Moment({ at, form = "short" }: { at: string; form?: "short" | "time" }) {
  const format = useFormatter();
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {format.dateTime(new Date(at), form)}
    </time>
  );
}
