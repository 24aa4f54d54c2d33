import { useTranslations } from "next-intl";
import { Ltr } from "@/components/ui/ltr";
import type { AttemptError } from "@/lib/domain/webhooks/types";

const KNOWN: Record<AttemptError, true> = {
  address_refused: true,
  port_refused: true,
  unknown_host: true,
  connection_failed: true,
  tls_failed: true,
  timeout: true,
  response_too_large: true,
  redirect: true,
  status: true,
};

const isKnown = (code: string): code is AttemptError => Object.hasOwn(KNOWN, code);

interface AttemptResultProps {
  statusCode: number | null;
  errorCode: string | null;
  /** Says what an answer that was not taken means, too. */
  isLong?: boolean;
}

/** What came back in a few words. */
export function AttemptResult({ statusCode, errorCode, isLong = false }: AttemptResultProps) {
  const t = useTranslations("webhookLog");
  const reason = errorCode ? t(`error.${isKnown(errorCode) ? errorCode : "other"}`) : null;
  if (statusCode === null) return reason;
  const code = <Ltr className="font-mono">{t("log.statusCode", { code: String(statusCode) })}</Ltr>;
  if (!reason || (!isLong && errorCode === "status")) return code;
  return (
    <span>
      {code} · {reason}
    </span>
  );
}
