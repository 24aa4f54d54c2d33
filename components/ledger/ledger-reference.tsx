import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { useAccountName } from "./account-name";

const short = (id: string) => (id.length > 12 ? `${id.slice(0, 8)}…` : id);

/** What the books call their sources. */
const WORDS = {
  order: "order",
  invoice: "invoice",
  withdrawal: "withdrawal",
  refund: "refund",
  "gateway-event": "gatewayEvent",
} as const;

/** What a transaction came from; an order leads to its page of the books. */
export function LedgerReference({ type, id }: { type: string | null; id: string | null }) {
  const t = useTranslations("ledger.references");
  if (!type || !id) return "–";
  const word = Object.hasOwn(WORDS, type) ? t(WORDS[type as keyof typeof WORDS]) : type;
  const words = (
    <span title={id}>
      {word}{" "}
      <bdi dir="ltr" className="font-mono text-xs">
        {short(id)}
      </bdi>
    </span>
  );
  if (type !== "order") return words;
  return (
    <Link
      href={routes.adminLedgerOrder({ order: id })}
      prefetch={false}
      className="underline underline-offset-2"
    >
      {words}
    </Link>
  );
}

/** An account by its name, leading to its entries; its code is told to who points at it. */
export function AccountLink({ id, code }: { id: string; code: string }) {
  const nameOf = useAccountName();
  return (
    <Link
      href={routes.adminLedgerAccount(id)}
      prefetch={false}
      title={code}
      className="underline underline-offset-2"
    >
      <bdi>{nameOf(code)}</bdi>
    </Link>
  );
}

/** Whose account it is; nothing for the house. */
export function OwnerLink({ userId, username }: { userId: string | null; username: string | null }) {
  if (!userId) return "–";
  return (
    <Link href={routes.adminUser(userId)} prefetch={false} className="underline underline-offset-2">
      <bdi dir="ltr">{username ?? short(userId)}</bdi>
    </Link>
  );
}
