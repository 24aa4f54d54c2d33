import { z } from "zod";

const digits = z.union([z.string().regex(/^\d+$/), z.number().int().nonnegative()]).transform(String);
const text = z.union([z.string(), z.number()]).transform(String);
const texts = z
  .union([z.array(text.nullable()), text])
  .nullish()
  .transform((value) =>
    value == null ? [] : Array.isArray(value) ? value.filter((item) => item !== null) : [value],
  );

/** With or without a plus; digits only after parsing. */
const phone = z.union([
  z
    .string()
    .regex(/^\+?\d+$/)
    .transform((value) => value.replace("+", "")),
  digits,
]);

/** getNumberV2 */
export const purchaseShape = z.object({
  activationId: digits,
  phoneNumber: phone,
  activationCost: z.union([z.string(), z.number()]),
  activationOperator: z.string().nullish(),
});

/** One row of getActiveActivations. */
export const activationShape = z.object({
  activationId: digits,
  serviceCode: z.string(),
  phoneNumber: phone,
  activationCost: z.union([z.string(), z.number()]).nullish(),
  activationStatus: text,
  smsCode: texts,
  smsText: texts,
  activationTime: z.string().nullish(),
  countryCode: text,
});

/** Both names of the list are in use. */
export const activeListShape = z.union([
  z.object({ activeActivations: z.array(activationShape) }).transform((value) => value.activeActivations),
  z.object({ data: z.array(activationShape) }).transform((value) => value.data),
]);

export const emptyListShape = z.object({ error: z.literal("NO_ACTIVATIONS") });

const sms = z
  .object({ code: text.nullish(), text: text.nullish(), dateTime: z.string().nullish() })
  .nullable();

/** HeroSMS names the same "data", and the time "date". */
const heroSms = z
  .object({ code: text.nullish(), text: text.nullish(), date: z.string().nullish() })
  .nullable()
  .transform((data) => data && { code: data.code, text: data.text, dateTime: data.date });

/** getStatusV2: one of the fields is there, or it is an error. */
export const stateShape = z.union([
  z.object({ sms }),
  z.object({ verificationType: text, data: heroSms }).transform(({ data }) => ({ sms: data })),
  z.object({ verificationType: text }).transform(() => ({ sms: null })),
]);

/** getPrices: country -> service -> offer; some call the count "quant". */
export const pricesShape = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      cost: z.union([z.string(), z.number()]),
      count: z.coerce.number().int().nonnegative().optional(),
      quant: z.coerce.number().int().nonnegative().optional(),
      physicalCount: z.coerce.number().int().nonnegative().optional(),
    }),
  ),
);

/** getOperators: country -> operators. */
export const operatorsShape = z.object({ countryOperators: z.record(z.string(), z.array(z.string())) });

/** getNumbersStatus: service -> count; some write the count as text. */
export const stockShape = z.record(z.string(), z.coerce.number().int().nonnegative());

/** JSON that may be anything; undefined when it is none. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const HAS_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/;

/** "2026-11-21 10:00:00" is UTC in this protocol; some write a zone. */
export function parseTime(value: string | null | undefined): Date | null {
  if (!value) return null;
  const written = value.trim().replace(" ", "T");
  const time = new Date(HAS_ZONE.test(written) ? written : `${written}Z`);
  return Number.isNaN(time.getTime()) ? null : time;
}
