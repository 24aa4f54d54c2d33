import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Badge, type Tone } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";
import type { ConnectionView } from "@/lib/domain/billing/schema";
import { ConnectionTestCall } from "./connection-test-call";
import { ConnectionVariables } from "./connection-variables";
import { IdText } from "./id-text";

const TONES = { live: "ok", simulator: "info", off: "neutral" } as const satisfies Record<string, Tone>;

/** Who tells prices moves no money. */
const PRICES: ReadonlySet<string> = new Set(["kraken", "mempool"]);

function LastAnswers({ connection: { lastOkAt, lastFailureAt } }: { connection: ConnectionView }) {
  const t = useTranslations("money.connections");
  if (!lastOkAt && !lastFailureAt) return null;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
      {lastOkAt && (
        <div>
          <dt className="text-ink-3 text-xs">{t("lastOk")}</dt>
          <dd>
            <Moment at={lastOkAt} />
          </dd>
        </div>
      )}
      {lastFailureAt && (
        <div>
          <dt className="text-ink-3 text-xs">{t("lastFailure")}</dt>
          <dd>
            <Moment at={lastFailureAt} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function HookAddress({ name, url }: { name: string; url: string }) {
  const t = useTranslations("money.connections");
  return (
    <div className="flex flex-col items-start gap-2 text-sm">
      <p className="text-ink-3 text-xs">{t("hook")}</p>
      <IdText>{url}</IdText>
      <p className="text-ink-2">{t("hookHint")}</p>
      <CopyButton text={url} label={t("copyHook", { name })} content="sentence" />
    </div>
  );
}

function Connection({ connection, mayTest }: { connection: ConnectionView; mayTest: boolean }) {
  const t = useTranslations("money.connections");
  const { mode, variables, hookUrl } = connection;
  const name = t(`name.${connection.name}`);
  return (
    <Panel as="article" aria-label={name} className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="font-medium">{name}</h3>
          <Badge tone={TONES[mode]}>{t(`mode.${mode}`)}</Badge>
        </div>
        <p className="text-ink-2 text-sm">
          {t(`modeText.${mode === "live" && PRICES.has(connection.name) ? "livePrices" : mode}`)}
        </p>
      </div>
      <LastAnswers connection={connection} />
      <ConnectionVariables variables={variables} />
      {hookUrl && <HookAddress name={name} url={hookUrl} />}
      {mayTest && mode !== "off" && (
        <ConnectionTestCall name={connection.name} label={t("test")} spoken={t("testOf", { name })} />
      )}
    </Panel>
  );
}

/** Everybody whom paying asks: how it is configured, how it did last, and a call to try it. */
export function ConnectionList({
  connections,
  mayTest,
}: {
  connections: readonly ConnectionView[];
  mayTest: boolean;
}) {
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      {connections.map((connection) => (
        <Connection key={connection.name} connection={connection} mayTest={mayTest} />
      ))}
    </div>
  );
}
