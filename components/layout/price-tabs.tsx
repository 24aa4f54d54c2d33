import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

/** The two price lists that everybody sees: links, so that each has its address. */
export function PriceTabs({ current }: { current: "numbers" | "vpn" }) {
  const t = useTranslations("site.prices");
  const tabs = [
    { name: "numbers", href: routes.pricing() },
    { name: "vpn", href: routes.vpnPricing() },
  ] as const;
  return (
    <nav aria-label={t("label")}>
      <ul className="inline-flex flex-wrap gap-1 rounded-control border border-line bg-sunken p-1">
        {tabs.map(({ name, href }) => (
          <li key={name}>
            <Link
              href={href}
              prefetch={false}
              aria-current={name === current ? "page" : undefined}
              className="inline-flex min-h-11 items-center rounded-control px-4 text-ink-2 text-sm hover:text-ink aria-[current]:bg-surface aria-[current]:font-medium aria-[current]:text-ink aria-[current]:ring-1 aria-[current]:ring-line-strong md:min-h-8"
            >
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
