import { z } from "zod";
import { plainDecimal } from "./typed-amount";

/** A whole number in a form, in the digits of any of the languages; an empty field is none. */
export function wholeField(least: number, most: number) {
  const typed = z
    .string()
    .trim()
    .min(1)
    .transform((text) => Number(plainDecimal(text)));
  return z.union([z.number(), typed]).pipe(z.number().int().min(least).max(most));
}
