import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { CodeBlock } from "@/components/ui/code-block";
import { Panel } from "@/components/ui/panel";
import type { GatewayEventView } from "@/lib/domain/billing/types";
import { IdText } from "./id-text";

/** What the gateway told, the newest first; each with what it sent, without what identifies a person. */
export function GatewayEvents({ events }: { events: readonly GatewayEventView[] }) {
  const t = useTranslations("money.events");
  if (events.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {events.map((event) => (
        <li key={event.id}>
          <Panel className="flex flex-col gap-2">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <IdText>{event.kind}</IdText>
              <span className="text-ink-2 text-sm">
                <Moment at={event.receivedAt} />
              </span>
            </div>
            <p className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-sm">
              <span>{event.isVerified ? t("signed") : t("unsigned")}</span>
              <span>
                {event.processedAt
                  ? t("done", { attempts: event.attempts })
                  : t("waiting", { attempts: event.attempts })}
              </span>
              {event.outcome && <IdText>{event.outcome}</IdText>}
              {event.lastError && <IdText>{event.lastError}</IdText>}
            </p>
            <p className="text-xs">
              <IdText>{event.eventId}</IdText>
            </p>
            <details>
              <summary className="flex min-h-11 cursor-pointer items-center text-sm underline underline-offset-2">
                {t("body")}
              </summary>
              <CodeBlock label={t("body")}>{event.body}</CodeBlock>
            </details>
          </Panel>
        </li>
      ))}
    </ul>
  );
}
