import { useTranslations } from "next-intl";
import type { AuditChange } from "@/lib/domain/audit/types";

const SHOWN = 2;

function Value({ text }: { text: string | null }) {
  return (
    <bdi dir="ltr" className="break-all font-mono text-xs">
      {text ?? "∅"}
    </bdi>
  );
}

function Line({ change }: { change: AuditChange }) {
  const t = useTranslations("audit");
  return (
    <li>
      <span className="text-ink-2">{change.field}: </span>
      {change.before !== null && (
        <>
          <del className="no-underline">
            <span className="sr-only">{t("before")} </span>
            <Value text={change.before} />
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
        <span className="sr-only">{t("after")} </span>
        <Value text={change.after} />
      </ins>
    </li>
  );
}

/** What was changed, field by field; the first of them at once, the rest on demand. */
export function AuditDiff({ changes }: { changes: AuditChange[] }) {
  const t = useTranslations("audit");
  if (changes.length === 0) return <>–</>;
  const rest = changes.slice(SHOWN);
  return (
    <div className="flex flex-col md:min-w-48 gap-1">
      <ul>
        {changes.slice(0, SHOWN).map((change) => (
          <Line key={change.field} change={change} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary className="cursor-pointer text-ink-2 text-xs">{t("more", { count: rest.length })}</summary>
          <ul>
            {rest.map((change) => (
              <Line key={change.field} change={change} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
