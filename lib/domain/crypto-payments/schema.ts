import { z } from "zod";
import { parseRate } from "./asset-amount";

/** A price as it is written, "63210.50000", as USD times 10^12; never through a float. */
export const rateSchema = z.string().transform((text, context) => {
  const rate = parseRate(text);
  if (rate === null) context.addIssue({ code: "custom", message: "no price" });
  return rate ?? z.NEVER;
});
