import { useTranslations } from "next-intl";
import { ServiceIcon } from "@/components/layout/service-icon";
import { BoardJack } from "./board-jack";
import type { BoardRow } from "./board-rows";

/** One service of the board: its name, and a jack for each country. */
export function BoardStrip({ row, locale }: { row: BoardRow; locale: string }) {
  const t = useTranslations("landing");
  const { service, offers } = row;
  return (
    <li className="grid md:grid-cols-[12rem_minmax(0,1fr)]">
      <h2 className="flex items-center gap-3 px-4 pt-4 font-medium md:py-4">
        <ServiceIcon slug={service.slug} name={service.name} />
        {service.name}
      </h2>
      <ul
        aria-label={t("countriesOf", { service: service.name })}
        className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-1 p-2 lg:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]"
      >
        {offers.map((offer) => (
          <BoardJack key={offer.offerId} offer={offer} serviceSlug={service.slug} locale={locale} />
        ))}
      </ul>
    </li>
  );
}
