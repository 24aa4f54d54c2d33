import { z } from "zod";

/** Lets a schema read a submitted form (also without JavaScript) as well as a plain object. */
export function formInput<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value instanceof FormData ? Object.fromEntries(value) : value), schema);
}
