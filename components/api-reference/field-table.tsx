import { useTranslations } from "next-intl";
import { CodedText } from "./coded-text";
import type { FieldRow } from "./types";

/** Parameters or fields of an operation: a list, so that it reads well in little room. */
export function FieldTable({ title, rows }: { title: string; rows: readonly FieldRow[] }) {
  const t = useTranslations("apiReference.operation");
  if (rows.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h4 className="font-medium text-sm">{title}</h4>
      <dl className="flex flex-col divide-y divide-line border-line border-y text-sm">
        {rows.map(({ name, type, isRequired, description }) => (
          <div key={name} className="flex flex-col gap-0.5 py-2">
            <dt className="flex flex-wrap items-baseline gap-x-2">
              <bdi dir="ltr">
                <code className="font-mono">{name}</code>
              </bdi>
              <bdi dir="ltr" lang="en" className="text-ink-3 text-xs [overflow-wrap:anywhere]">
                {type}
              </bdi>
              {isRequired && <span className="text-warn text-xs">{t("required")}</span>}
            </dt>
            {description !== "" && (
              <dd lang="en" dir="ltr" className="text-ink-2">
                <CodedText text={description} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}
