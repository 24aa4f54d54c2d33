import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { Mark } from "./mark";

/** The name of the shop. */
export const BRAND = "Patchbay";

export function BrandLink() {
  return (
    <Link href={routes.home()} className="flex items-center gap-2 font-semibold tracking-tight">
      <Mark />
      <span>{BRAND}</span>
    </Link>
  );
}
