import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import type { UserDetail } from "@/lib/domain/identity/types";
import { countryName } from "@/lib/format/country";
import { formatMoney } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { UserFactGrid } from "./user-facts";

/** How somebody wants the pages. */
export function UserPreferences({ user }: { user: UserDetail }) {
  const t = useTranslations("users");
  const words = useTranslations("settings.preferences");
  const locale = useLocale();
  const { preferences } = user;
  const yes = (is: boolean) => (is ? t("yes") : t("no"));
  return (
    <UserFactGrid
      facts={[
        [words("calendar"), words(`calendars.${preferences.calendar}`)],
        [words("timeZone"), <bdi key="zone">{preferences.timeZone ?? words("timeZoneOfBrowser")}</bdi>],
        [words("digits"), words(`digitChoices.${preferences.digits}`)],
        [words("theme"), words(`themes.${preferences.theme}`)],
        [words("density"), words(`densities.${preferences.density}`)],
        [words("switches.isSoundOn"), yes(preferences.isSoundOn)],
        [words("switches.isTitleOn"), yes(preferences.isTitleOn)],
        [words("switches.isAutoCopyOn"), yes(preferences.isAutoCopyOn)],
        [words("switches.areShortcutsOn"), yes(preferences.areShortcutsOn)],
        [
          t("facts.confirmAbove"),
          preferences.confirmAboveMicros === null
            ? t("never")
            : formatMoney(preferences.confirmAboveMicros, "USD", locale),
        ],
        [words("switches.areMoneyMailsOn"), yes(preferences.areMoneyMailsOn)],
        [
          words("lowBalance"),
          preferences.lowBalanceMicros === null
            ? t("never")
            : formatMoney(preferences.lowBalanceMicros, "USD", locale),
        ],
        [
          t("facts.preferencesChanged"),
          user.preferencesChangedAt ? <Moment key="changed" at={user.preferencesChangedAt} /> : t("never"),
        ],
      ]}
    />
  );
}

/** What somebody wants to see first when buying. */
export function UserFavorites({ user }: { user: UserDetail }) {
  const t = useTranslations("users.favorites");
  const locale = useLocale();
  if (user.favorites.length === 0) return <p className="text-ink-2 text-sm">{t("empty")}</p>;
  return (
    <ul className="flex flex-wrap gap-2 text-sm">
      {user.favorites.map(({ id, service, country, createdAt }) => (
        <li key={id} className="rounded-control border border-line px-3 py-1.5">
          <Link
            href={routes.adminService(service.id)}
            prefetch={false}
            className="underline underline-offset-2"
          >
            <bdi>{service.name}</bdi>
          </Link>
          {", "}
          {country ? <bdi>{countryName(country.iso2, locale, country.nameEn)}</bdi> : t("anywhere")}{" "}
          <span className="text-ink-3 text-xs">
            <Moment at={createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
