import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/components/layout/moment";
import { Panel } from "@/components/ui/panel";
import type { KeyView } from "@/lib/domain/api-keys/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { KeyName } from "./key-name";

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-0.5">
      <dt className="text-ink-3 text-xs">{label}</dt>
      <dd className="text-sm">{children}</dd>
    </div>
  );
}

const LINK = "underline underline-offset-2";

/** How a key stands: its project, its times, what took its place. */
export function KeyFacts({ apiKey }: { apiKey: KeyView }) {
  const t = useTranslations("developers.keys");
  const when = (at: string | null, otherwise: string) => (at ? <Moment at={at} /> : otherwise);
  return (
    <Panel>
      <dl className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <Fact label={t("key")}>
          <KeyName apiKey={apiKey} />
        </Fact>
        <Fact label={t("project")}>
          {apiKey.project ? (
            <Link href={routes.project(apiKey.project.id)} prefetch={false} className={LINK}>
              <bdi>{apiKey.project.name}</bdi>
            </Link>
          ) : (
            t("noProject")
          )}
        </Fact>
        <Fact label={t("created")}>
          <Moment at={apiKey.createdAt} />
        </Fact>
        <Fact label={t("lastUsed")}>{when(apiKey.lastUsedAt, t("never"))}</Fact>
        <Fact label={t("expires")}>{when(apiKey.expiresAt, t("neverExpires"))}</Fact>
        {apiKey.revokedAt && (
          <Fact label={t("revoked")}>
            <Moment at={apiKey.revokedAt} />
          </Fact>
        )}
        {apiKey.replacedById && (
          <Fact label={t("replacedBy")}>
            <Link href={routes.apiKey(apiKey.replacedById)} prefetch={false} className={LINK}>
              {t("newKey")}
            </Link>
          </Fact>
        )}
        {apiKey.overlapUntil && (
          <Fact label={t("worksUntil")}>
            <Moment at={apiKey.overlapUntil} />
          </Fact>
        )}
      </dl>
    </Panel>
  );
}
