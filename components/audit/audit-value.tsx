import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/components/layout/moment";
import type { AuditScalar, AuditValue as Value } from "@/lib/domain/audit/types";
import { parseDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { auditFieldKind } from "./audit-field";

/** A text of a shop page is named by its beginning; the raw record holds all of it. */
const MAX_TEXT = 160;
const WHOLE = /^-?\d{1,18}$/;

function Money({ micros }: { micros: bigint }) {
  const locale = useLocale();
  return <bdi dir="ltr">{formatMoney(micros, WALLET_CURRENCY, locale)}</bdi>;
}

function Code({ text }: { text: string }) {
  return (
    <bdi dir="ltr" className="font-mono text-xs [overflow-wrap:anywhere]">
      {text}
    </bdi>
  );
}

function Plain({ value }: { value: AuditScalar }) {
  const t = useTranslations("audit");
  const format = useFormatter();
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number") return <bdi>{format.number(value, "parts")}</bdi>;
  if (DECIMAL.test(value)) return <bdi>{format.number(Number(value), "parts")}</bdi>;
  const text = value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value;
  return <bdi className="break-words">{text === "" ? t("nothing") : text}</bdi>;
}

/** A number that came as text: "12.5" and not "007" or what is too long to be one. */
const DECIMAL = /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?$/;

/** The words of a stored value; the value itself where there are none for it. */
function Words({ path, value }: { path: string; value: AuditScalar }) {
  const t = useTranslations();
  const key = `${path}.${value}` as Parameters<typeof t>[0];
  return t.has(key) ? t(key) : <Code text={String(value)} />;
}

/** "10: 0.30, 50: 0.25" -> "10: $0.30, 50: $0.25". */
function Discounts({ text }: { text: string }) {
  const t = useTranslations("audit");
  if (text === "") return t("nothing");
  return text.split(", ").map((row, index) => {
    const [quantity, price = ""] = row.split(": ");
    const micros = parseDecimal(price);
    return (
      <span key={row}>
        {index > 0 && ", "}
        <bdi dir="ltr">{quantity}</bdi>: {micros === null ? <Code text={price} /> : <Money micros={micros} />}
      </span>
    );
  });
}

interface ScalarProps {
  target: string;
  field: string;
  value: AuditScalar;
}

function Scalar({ target, field, value }: ScalarProps): ReactNode {
  const shown = auditFieldKind(target, field, value);
  const text = String(value);
  switch (shown.kind) {
    case "words":
      return <Words path={shown.path} value={value} />;
    case "link":
      return (
        <Link href={shown.page(text)} prefetch={false} className="underline underline-offset-2">
          <Code text={`${text.slice(0, 8)}…`} />
        </Link>
      );
    case "micros":
      return WHOLE.test(text) ? <Money micros={BigInt(text)} /> : <Plain value={value} />;
    case "dollars": {
      const micros = parseDecimal(text);
      return micros === null ? <Plain value={value} /> : <Money micros={micros} />;
    }
    case "discounts":
      return <Discounts text={text} />;
    case "time":
      return <Moment at={text} />;
    case "code":
      return text === "" ? <Plain value="" /> : <Code text={text} />;
    default:
      return <Plain value={value} />;
  }
}

/** One value of the trail as people read it: money as money, times as times, a stored word by its name. */
export function AuditValue({ target, field, value }: { target: string; field: string; value: Value | null }) {
  const t = useTranslations("audit");
  const isNothing = value === null || value === "" || (Array.isArray(value) && value.length === 0);
  if (isNothing) return <span className="text-ink-2">{t("nothing")}</span>;
  if (!Array.isArray(value)) return <Scalar target={target} field={field} value={value} />;
  return value.map((one, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a list of equal values has nothing else
    <span key={index}>
      {index > 0 && ", "}
      <Scalar target={target} field={field} value={one} />
    </span>
  ));
}
