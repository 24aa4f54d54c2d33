import { z } from "zod";

const uuid = z.uuid();

/** What is no id names nothing. */
export function isUuid(text: string): boolean {
  return uuid.safeParse(text).success;
}
