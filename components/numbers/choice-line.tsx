import { Flag } from "@/components/layout/flag";
import { ServiceIcon } from "@/components/layout/service-icon";
import { Link } from "@/lib/i18n/navigation";
import type { BuyChoice } from "./buy-choice";
import { FavoriteStar } from "./favorite-star";
import type { ChosenBy } from "./offer-focus";

interface ChoiceLineProps {
  choice: BuyChoice;
  kind: "service" | "country";
  href: string;
  onPick(how: ChosenBy): void;
  isChosen: boolean;
  /** What Enter in the search field would choose. */
  isUnderCursor: boolean;
  /** The Tab key stops here; the other lines are reached by the arrows. */
  isTabStop: boolean;
}

/** One service or country of the left pane. */
export function ChoiceLine(props: ChoiceLineProps) {
  const { choice, kind, href, onPick, isChosen, isUnderCursor, isTabStop } = props;
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <li data-row={choice.key} data-name={choice.name} className="group relative flex items-center">
      <Link
        href={href}
        prefetch={false}
        // A link pressed by Enter counts no clicks.
        onClick={(event) => onPick(event.detail === 0 ? "keyboard" : "pointer")}
        tabIndex={tabIndex}
        data-control="link"
        scroll={false}
        aria-current={isChosen ? "true" : undefined}
        data-cursor={isUnderCursor ? "true" : undefined}
        className="flex min-h-11 min-w-0 grow items-center gap-3 rounded-control border border-transparent ps-3 pe-11 hover:bg-sunken lg:aria-[current]:border-line-strong lg:aria-[current]:bg-surface data-[cursor]:bg-sunken"
      >
        {kind === "service" ? (
          <ServiceIcon slug={choice.key} name={choice.name} />
        ) : (
          <Flag iso2={choice.key} />
        )}
        <span className="min-w-0 grow truncate">
          <bdi>{choice.name}</bdi>
        </span>
        <span className="font-mono text-ink-3 text-xs" dir="ltr">
          {choice.code}
        </span>
      </Link>
      {kind === "service" && (
        <FavoriteStar
          service={choice.key}
          name={choice.name}
          isFavorite={choice.isFavorite}
          tabIndex={tabIndex}
        />
      )}
    </li>
  );
}
