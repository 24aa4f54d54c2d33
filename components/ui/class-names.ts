type ClassName = string | false | null | undefined;

/**
 * Joins class names. Nothing is overridden: of two utilities that say the same property the style sheet's order decides,
 * so a part's own look is chosen by its props and `className` only places it (tests/architecture/rules/class-names.ts).
 */
export function classNames(...names: ClassName[]): string {
  return names.filter(Boolean).join(" ");
}
