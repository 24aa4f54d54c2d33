import { z } from "zod";

export const projectSchema = z.object({
  name: z.string().trim().min(1).max(80),
  description: z.string().trim().max(500).default(""),
  /** ISO 3166 of the country that a request means when it names none. */
  defaultCountry: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  /** Slug of the service that a request means when it names none. */
  defaultService: z.string().trim().toLowerCase().min(1).max(60).nullable().default(null),
  /** Digits after the country's code. */
  areaCode: z
    .string()
    .trim()
    .regex(/^[0-9]{1,8}$/)
    .nullable()
    .default(null),
  monthlyLimitMicros: z.bigint().min(0n).max(1_000_000_000_000n).nullable().default(null),
});
export type ProjectInput = z.input<typeof projectSchema>;

export const projectIdSchema = z.uuid();
