import { useFormatter } from "next-intl";

/** How many, in this person's digits: unlike an id or an amount, a count is read and not copied. */
export function Count({ of }: { of: number }) {
  return <>{useFormatter().number(of, "whole")}</>;
}
