import { Ltr } from "@/components/ui/ltr";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

interface NumberedLinkProps {
  href: string;
  number: number | string | null;
}

/** "#1042", leading to where it is shown; a dash for none. */
export function NumberedLink({ href, number }: NumberedLinkProps) {
  if (number === null) return "–";
  return (
    <Link href={href} prefetch={false} className="underline underline-offset-2">
      <Ltr className="font-mono">#{number}</Ltr>
    </Link>
  );
}

/** Whose it is. */
export function PersonLink({ user }: { user: { id: string; username: string } }) {
  return (
    <Link
      href={routes.adminUser(user.id)}
      prefetch={false}
      className="underline-offset-2 hover:underline md:whitespace-nowrap"
    >
      <bdi>{user.username}</bdi>
    </Link>
  );
}
