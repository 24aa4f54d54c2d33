import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type Fact, FactList } from "@/components/offers/fact-list";
import { Ltr } from "@/components/ui/ltr";
import type { StaffServerDetail } from "@/lib/domain/vpn/staff-types";
import { countryName } from "@/lib/format/country";
import { placeOf } from "./place-of";

/** What is known of a server and not typed: load, people, what waits, times. */
export function ServerFacts({ server }: { server: StaffServerDetail }) {
  const t = useTranslations("vpnDesk");
  const format = useFormatter();
  const locale = useLocale();
  const at = (time: string) => format.dateTime(new Date(time), "long");
  const { cutSeconds, currentUsers, maxUsers } = server;
  const facts: Fact[] = [
    {
      label: t("f.place"),
      value: `${placeOf(server, locale)} · ${countryName(server.countryCode, locale, server.countryCode)}`,
    },
    { label: t("f.domain"), value: <Ltr className="font-mono text-xs">{server.domain}</Ltr> },
    { label: t("f.users"), value: t("servers.usersOf", { n: currentUsers, max: maxUsers }) },
    { label: t("f.load"), value: <Ltr>{format.number(server.loadPercent / 100, "share")}</Ltr> },
    { label: t("f.isDraining"), value: t(server.isDraining ? "f.yes" : "f.no") },
    { label: t("f.verifiedAt"), value: server.verifiedAt ? at(server.verifiedAt) : t("servers.unopened") },
    { label: t("f.waiting"), value: format.number(server.waiting, "whole") },
    { label: t("f.cut"), value: cutSeconds ? t("servers.seconds", cutSeconds) : "–" },
    { label: t("f.changeCount"), value: format.number(server.version - 1, "whole") },
    { label: t("f.createdAt"), value: at(server.createdAt) },
    { label: t("f.updatedAt"), value: at(server.updatedAt) },
    { label: t("f.id"), value: <Ltr className="break-all font-mono text-xs">{server.id}</Ltr>, wide: true },
  ];
  return <FactList facts={facts} />;
}
