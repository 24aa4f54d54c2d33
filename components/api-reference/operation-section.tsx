import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { CodedText } from "./coded-text";
import { FieldTable } from "./field-table";
import { RequestSnippet } from "./request-snippet";
import { TryItDrawer } from "./try-it-drawer";
import type { ShownOperation } from "./types";

/** One operation: what it does and takes on one side, how it is called and what comes back on the other. */
export function OperationSection({ operation }: { operation: ShownOperation }) {
  const t = useTranslations("apiReference.operation");
  const { id, method, path, summary, description, scope, worksInSandbox, movesMoney, codes } = operation;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-4 gap-x-8 gap-y-4 border-line border-t pt-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-col gap-1">
          <h3 id={`${id}-title`} lang="en" dir="ltr" className="font-semibold text-lg">
            {summary}
          </h3>
          <bdi dir="ltr" className="font-mono text-ink-2 text-sm [overflow-wrap:anywhere]">
            <span className="font-semibold text-accent-text">{method}</span> {path}
          </bdi>
        </div>
        <p lang="en" dir="ltr" className="max-w-prose text-ink-2">
          <CodedText text={description} />
        </p>
        <ul className="flex flex-col gap-0.5 text-ink-2 text-sm">
          <li>{scope ? <CodedText text={t("scope", { scope })} /> : t("anyKey")}</li>
          <li>{t(worksInSandbox ? "sandbox" : "liveOnly")}</li>
          {movesMoney && (
            <li>
              <CodedText text={t("idempotent")} />
            </li>
          )}
        </ul>
        <FieldTable title={t("parameters")} rows={operation.parameters} />
        <FieldTable title={t("body")} rows={operation.body} />
        {codes.length > 0 && (
          <div className="flex flex-col text-ink-2 text-sm">
            {t("codes")}
            <ul className="flex flex-wrap gap-x-3">
              {codes.map((code) => (
                <li key={code}>
                  <a
                    href={`#error-${code}`}
                    className="inline-flex min-h-11 items-center underline-offset-4 hover:underline md:min-h-7"
                  >
                    <bdi dir="ltr">
                      <code className="font-mono">{code}</code>
                    </bdi>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <RequestSnippet label={summary} request={operation.request} />
        <details>
          <summary className="flex min-h-11 cursor-pointer items-center text-ink-2 text-sm md:min-h-9">
            {t("answer", { status: String(operation.status) })}
          </summary>
          <CodeBlock label={t("answer", { status: String(operation.status) })}>{operation.answer}</CodeBlock>
        </details>
        {worksInSandbox && <TryItDrawer method={method} sample={operation.sample} movesMoney={movesMoney} />}
      </div>
    </section>
  );
}
