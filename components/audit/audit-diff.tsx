import { useTranslations } from "next-intl";
import type { AuditChange, AuditEventView } from "@/lib/domain/audit/types";
import { fieldName } from "./audit-field";
import { AuditValue } from "./audit-value";

const SHOWN = 4;

function FieldLabel({ path }: { path: string }) {
  const t = useTranslations();
  const name = fieldName(path);
  const place = path.startsWith("problems.") ? "stock.problems" : "audit.fields";
  const key = `${place}.${name}` as Parameters<typeof t>[0];
  return t.has(key) ? t(key) : <bdi dir="ltr">{name}</bdi>;
}

function Line({ change, target }: { change: AuditChange; target: string }) {
  const t = useTranslations("audit");
  const { field, before, after } = change;
  const isChange = before !== null && JSON.stringify(before) !== JSON.stringify(after);
  return (
    <li className="break-words">
      <span className="text-ink-2">
        <FieldLabel path={field} />
        {": "}
      </span>
      {isChange && (
        <>
          <del className="text-ink-2 no-underline">
            <span className="sr-only">{t("before")} </span>
            <AuditValue target={target} field={field} value={before} />
          </del>
          <span aria-hidden="true" className="rtl:hidden">
            {" → "}
          </span>
          <span aria-hidden="true" className="ltr:hidden">
            {" ← "}
          </span>
        </>
      )}
      <ins className="font-medium no-underline">
        {isChange && <span className="sr-only">{t("after")} </span>}
        <AuditValue target={target} field={field} value={after} />
      </ins>
    </li>
  );
}

/** The row as it is stored, for whoever has to be exact. */
function RawRecord({ event }: { event: AuditEventView }) {
  const t = useTranslations("audit");
  const { id, action, targetType, targetId, record } = event;
  return (
    <details>
      <summary className="w-fit cursor-pointer py-1 text-ink-2 text-xs underline underline-offset-2 max-md:py-3.5">
        {t("record")}
      </summary>
      <pre
        dir="ltr"
        className="mt-1 max-w-md whitespace-pre-wrap rounded-control bg-sunken p-2 text-start font-mono text-xs [overflow-wrap:anywhere]"
      >
        {JSON.stringify({ id, action, targetType, targetId, ...record }, null, 2)}
      </pre>
    </details>
  );
}

/** What was changed, field by field; the first of them at once, the rest and the raw record on demand. */
export function AuditDiff({ event }: { event: AuditEventView }) {
  const t = useTranslations("audit");
  const { targetType } = event;
  // A number that names the thing stands beside its kind already.
  const changes = event.changes.filter(({ field }) => field !== "number");
  const rest = changes.slice(SHOWN);
  const lines = (some: AuditChange[]) => (
    <ul>
      {some.map((change) => (
        <Line key={change.field} change={change} target={targetType} />
      ))}
    </ul>
  );
  return (
    <div className="flex flex-col gap-1 md:min-w-56">
      {changes.length === 0 ? (
        <p className="text-ink-2">{t("nothingKept")}</p>
      ) : (
        lines(changes.slice(0, SHOWN))
      )}
      {rest.length > 0 && (
        <details>
          <summary className="w-fit cursor-pointer py-1 text-ink-2 text-xs underline underline-offset-2 max-md:py-3.5">
            {t("more", { count: rest.length })}
          </summary>
          {lines(rest)}
        </details>
      )}
      <RawRecord event={event} />
    </div>
  );
}
