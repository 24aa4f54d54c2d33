import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { CodeBlock } from "@/components/ui/code-block";
import { Ltr } from "@/components/ui/ltr";
import type { AttemptView } from "@/lib/domain/webhooks/types";
import { AttemptResult } from "./attempt-result";

function headerText(headers: Record<string, string>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

/** One try: what was sent along, what came back, how long it took. The newest one is open. */
export function AttemptCard({ attempt, isOpen }: { attempt: AttemptView; isOpen: boolean }) {
  const t = useTranslations("webhookLog.inspector");
  const number = String(attempt.number);
  const { requestHeaders, responseHeaders, responseBody } = attempt;
  return (
    <details open={isOpen} className="rounded-panel border border-line bg-surface">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-sm">
        <span className="font-medium">{t("attempt", { number })}</span>
        <AttemptResult statusCode={attempt.statusCode} errorCode={attempt.errorCode} isLong />
        <span className="text-ink-3">{t("took", { ms: attempt.durationMs })}</span>
        <span className="text-ink-3">
          <Moment at={attempt.startedAt} />
        </span>
      </summary>
      <div className="flex flex-col gap-3 border-line border-t p-4">
        <h4 className="text-ink-2 text-sm">{t("requestHeaders")}</h4>
        <CodeBlock label={`${t("attempt", { number })}, ${t("requestHeaders")}`}>
          {headerText(requestHeaders)}
        </CodeBlock>
        {attempt.statusCode !== null && (
          <>
            <h4 className="text-ink-2 text-sm">{t("responseHeaders")}</h4>
            <CodeBlock label={`${t("attempt", { number })}, ${t("responseHeaders")}`}>
              {headerText(responseHeaders)}
            </CodeBlock>
            <h4 className="text-ink-2 text-sm">{t("responseBody")}</h4>
            {responseBody ? (
              <CodeBlock label={`${t("attempt", { number })}, ${t("responseBody")}`}>
                {responseBody}
              </CodeBlock>
            ) : (
              <p className="text-ink-3 text-sm">{t("empty")}</p>
            )}
            {attempt.isResponseCut && <p className="text-ink-3 text-xs">{t("cut")}</p>}
          </>
        )}
        <p className="text-ink-3 text-xs">
          <Ltr>#{attempt.id}</Ltr>
        </p>
      </div>
    </details>
  );
}
