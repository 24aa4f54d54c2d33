import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const short = (id: string) => (id.length > 12 ? `${id.slice(0, 8)}…` : id);

/** What a transaction came from; an order leads to its page of the books. */
export function LedgerReference({ type, id }: { type: string | null; id: string | null }) {
  if (!type || !id) return "–";
  const words = (
    <bdi dir="ltr" className="font-mono text-xs" title={id}>
      {type} {short(id)}
    </bdi>
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

/** An account by its code, leading to its entries. */
export function AccountLink({ id, code }: { id: string; code: string }) {
  return (
    <Link href={routes.adminLedgerAccount(id)} prefetch={false} className="underline underline-offset-2">
      <bdi dir="ltr" className="font-mono text-sm">
        {code}
      </bdi>
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
