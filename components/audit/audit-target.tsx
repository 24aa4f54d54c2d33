import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

/** Where the thing can be seen; kinds that have no page of their own are named only. */
const PAGES: Record<string, (id: string) => string> = {
  user: (id) => routes.adminUser(id),
  order: (id) => routes.adminOrder(id),
  service: (id) => routes.adminService(id),
  country: (id) => routes.adminCountry(id),
  offer: (id) => routes.adminOffer(id),
  provider: (id) => routes.adminProvider(id),
  phone_number: (id) => routes.adminNumber(id),
};

export function AuditTarget({ type, id }: { type: string; id: string }) {
  const page = PAGES[type];
  const shortId = id.length > 12 ? `${id.slice(0, 8)}…` : id;
  const name = (
    <bdi dir="ltr" className="font-mono text-xs" title={id}>
      {type} {shortId}
    </bdi>
  );
  if (!page) return name;
  return (
    <Link href={page(id)} prefetch={false} className="underline underline-offset-2">
      {name}
    </Link>
  );
}
