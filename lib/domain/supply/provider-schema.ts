import { z } from "zod";
import { parseTyped } from "@/lib/domain/kernel/typed-amount";
import { wholeField } from "@/lib/domain/kernel/whole-field";

const MAX_INT = 2_147_483_647;
const DAY_SECONDS = 86_400;
const MAX_MICROS = 1_000_000_000_000n;

/** A checkbox: there, or not sent at all. */
const flag = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || value === "on" || value === "true");

/** A decimal amount, or nothing. */
const amount = z
  .string()
  .trim()
  .default("")
  .transform((text, context) => {
    if (text === "") return null;
    const micros = parseTyped(text);
    if (micros !== null && micros >= 0n && micros <= MAX_MICROS) return micros;
    context.addIssue({ code: "custom", message: "amount" });
    return z.NEVER;
  });

const name = z.string().trim().min(1).max(80);
const apiKey = z.string().trim().max(500);

export const updateProviderSchema = z
  .object({
    id: z.uuid(),
    version: wholeField(0, MAX_INT),
    name,
    baseUrl: z
      .string()
      .trim()
      .max(300)
      .default("")
      .transform((text) => (text === "" ? null : text)),
    /** Empty: the key that is stored stays. */
    apiKey: apiKey.default(""),
    isActive: flag,
    priority: wholeField(0, 10_000),
    windowSeconds: wholeField(60, DAY_SECONDS),
    cancelAfterSeconds: wholeField(0, DAY_SECONDS),
    pollIntervalMs: wholeField(500, 600_000),
    lowBalance: amount,
  })
  .refine((terms) => terms.cancelAfterSeconds <= terms.windowSeconds, {
    path: ["cancelAfterSeconds"],
    message: "window",
  });
export type UpdateProviderInput = z.infer<typeof updateProviderSchema>;

export const addProviderSchema = z.object({
  name,
  /** By which lists and filters name it. */
  code: z
    .string()
    .trim()
    .toLowerCase()
    .max(40)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  baseUrl: z.string().trim().min(1).max(300),
  apiKey: apiKey.min(1),
});
export type AddProviderInput = z.infer<typeof addProviderSchema>;

export const providerIdSchema = z.object({ id: z.uuid() });

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether keys may be sent to this address: https, or plain http to this very machine in the demo. Never with a name and
 * password, a query or a fragment in it.
 */
export function isProviderAddress(text: string, mode: "demo" | "production"): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash, hostname } = new URL(text);
  if (username || password || search || hash) return false;
  return protocol === "https:" || (protocol === "http:" && mode === "demo" && LOOPBACK.test(hostname));
}
