import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { LinkButton } from "@/components/ui/link-button";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import type { DeliveryView } from "@/lib/domain/webhooks/types";
import { AttemptCard } from "./attempt-card";
import { DeliveryStatus } from "./delivery-status";
import { ResendButton } from "./resend-button";

interface DeliveryInspectorProps {
  delivery: DeliveryView;
  /** The list without it. */
  backHref: string;
  canResend: boolean;
}

/** One message: its body, and every try with what went and came. */
export function DeliveryInspector({ delivery, backHref, canResend }: DeliveryInspectorProps) {
  const t = useTranslations("webhookLog");
  const { nextAttemptAt, finishedAt, attempts, body, messageId } = delivery;
  return (
    <section id="delivery" aria-labelledby="delivery-title" className="flex scroll-mt-16 flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 id="delivery-title" className="flex flex-wrap items-center gap-3 font-medium">
          <Ltr className="font-mono text-sm">{delivery.eventType}</Ltr>
          <DeliveryStatus status={delivery.status} />
          {delivery.isTest && <span className="text-ink-3 text-xs">{t("log.test")}</span>}
        </h3>
        <div className="flex flex-wrap items-start gap-2">
          {canResend && <ResendButton deliveryId={delivery.id} />}
          <LinkButton variant="secondary" href={backHref} prefetch={false} scroll={false}>
            {t("inspector.back")}
          </LinkButton>
        </div>
      </div>
      <Panel className="flex flex-col gap-4">
        <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-3">
          <div className="flex min-w-0 flex-col gap-0.5">
            <dt className="text-ink-3 text-xs">{t("columns.messageId")}</dt>
            <dd>
              <Ltr className="font-mono text-xs [overflow-wrap:anywhere]">{messageId}</Ltr>
            </dd>
          </div>
          <div className="flex flex-col gap-0.5">
            <dt className="text-ink-3 text-xs">{t("columns.createdAt")}</dt>
            <dd>
              <Moment at={delivery.createdAt} />
            </dd>
          </div>
          {(nextAttemptAt ?? finishedAt) && (
            <div className="flex flex-col gap-0.5">
              <dt className="text-ink-3 text-xs">
                {t(nextAttemptAt ? "columns.next" : "inspector.finished")}
              </dt>
              <dd>
                <Moment at={nextAttemptAt ?? finishedAt ?? ""} />
              </dd>
            </div>
          )}
        </dl>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h4 className="text-ink-2 text-sm">{t("inspector.body")}</h4>
          <CopyButton text={body} label={t("inspector.copy")} />
        </div>
        {/* Indented for the eye; what is copied are the bytes that were signed. */}
        <CodeBlock label={t("inspector.body")}>{JSON.stringify(JSON.parse(body), null, 2)}</CodeBlock>
      </Panel>
      <h4 className="font-medium text-sm">{t("inspector.attempts")}</h4>
      {attempts.length === 0 && <p className="text-ink-2 text-sm">{t("inspector.none")}</p>}
      {attempts.map((attempt, place) => (
        <AttemptCard key={attempt.id} attempt={attempt} isOpen={place === 0} />
      ))}
    </section>
  );
}
