import { useLocale, useTranslations } from "next-intl";

/** The categories that come with the catalogue and have a name in every language; staff may write others. */
const KNOWN_CATEGORIES = [
  "ai",
  "bank",
  "dating",
  "food",
  "gambling",
  "games",
  "general",
  "government",
  "health",
  "mail",
  "messenger",
  "other",
  "payment",
  "rides",
  "shopping",
  "social",
  "streaming",
  "travel",
  "work",
] as const;

/** A category in the reader's language; one that staff made up is shown as it was written. */
export function useCategoryName(): (category: string) => string {
  const t = useTranslations("services.categories");
  return (category) => {
    const known = KNOWN_CATEGORIES.find((name) => name === category);
    return known ? t(known) : category;
  };
}

/** Categories to choose from: their words in the address, their names on the screen, sorted by those. */
export function useCategoryChoices(categories: readonly string[]): { value: string; label: string }[] {
  const nameOf = useCategoryName();
  const locale = useLocale();
  return categories
    .map((category) => ({ value: category, label: nameOf(category) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

export function CategoryName({ category }: { category: string }) {
  return <bdi>{useCategoryName()(category)}</bdi>;
}
