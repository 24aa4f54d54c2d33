import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

export const USER_TABS = ["overview", "money", "orders", "security", "audit"] as const;
export type UserTab = (typeof USER_TABS)[number];

/** What the address asks for; the overview for what is none. */
export function readUserTab(asked: string | string[] | undefined): UserTab {
  return USER_TABS.find((tab) => tab === asked) ?? "overview";
}

/** The sections of a person's page, each with its own address. */
export function UserTabs({ userId, current }: { userId: string; current: UserTab }) {
  const t = useTranslations("users.tabs");
  return (
    <nav aria-label={t("label")} className="border-line border-b">
      {/* As many rows as they need: a tab beyond the edge would not be found. */}
      <ul className="flex flex-wrap sm:gap-1">
        {USER_TABS.map((tab) => (
          <li key={tab}>
            <Link
              href={routes.adminUser(userId, tab === "overview" ? {} : { tab })}
              prefetch={false}
              aria-current={tab === current ? "page" : undefined}
              className="flex min-h-11 items-center whitespace-nowrap border-transparent border-b-2 px-2.5 text-ink-2 sm:px-3 rtl:px-2 sm:rtl:px-3 text-sm hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink md:min-h-9"
            >
              {t(tab)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
