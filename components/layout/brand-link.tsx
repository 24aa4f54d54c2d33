import { Link } from "@/lib/i18n/navigation";
import { home } from "@/lib/routes";
import { Mark } from "./mark";

/** The name of the shop. */
export const BRAND = "Patchbay";

export function BrandLink({ wordClassName }: { wordClassName?: string }) {
  return (
    <Link
      href={home()}
      prefetch={false}
      className="flex min-h-9 items-center gap-2 rounded-control font-semibold text-base tracking-tight"
    >
      <Mark className="size-6" />
      <span className={wordClassName}>{BRAND}</span>
    </Link>
  );
}
