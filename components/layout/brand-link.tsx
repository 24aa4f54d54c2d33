import { Link } from "@/lib/i18n/navigation";
import { home } from "@/lib/routes";
import { Mark } from "./mark";
import { ShopName } from "./shop-name";

export function BrandLink({ wordClassName }: { wordClassName?: string }) {
  return (
    <Link
      href={home()}
      prefetch={false}
      className="flex min-h-9 items-center gap-2 rounded-control font-semibold text-base tracking-tight"
    >
      <Mark className="size-6" />
      <span className={wordClassName}>
        <ShopName />
      </span>
    </Link>
  );
}
