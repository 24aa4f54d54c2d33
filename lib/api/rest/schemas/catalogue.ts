import { z } from "@hono/zod-openapi";
import { catalogKey, cursorQuery, listOf, money } from "./basic-fields";

const service = z
  .object({
    slug: z.string().openapi({ example: "whatsapp" }),
    code: z.string().openapi({ description: "As in the SMS-Activate protocol", example: "wa" }),
    name: z.string(),
    category: z.string(),
    fromPrice: money.nullable().openapi({ description: "The cheapest country" }),
  })
  .openapi("Service");

const country = z
  .object({
    iso2: z.string().length(2).openapi({ example: "BR" }),
    name: z.string(),
    phoneCode: z.string().openapi({ example: "55" }),
  })
  .openapi("Country");

const operator = z
  .object({ code: z.string().openapi({ example: "claro" }), name: z.string() })
  .openapi("Operator");

const price = z
  .object({
    service: z.object({ slug: z.string(), code: z.string(), name: z.string() }),
    country: z.object({ iso2: z.string(), name: z.string() }),
    price: money,
    stock: z.enum(["none", "few", "some", "many"]).openapi({ description: "How many can be had now" }),
    successRate: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .openapi({ description: "Share of finished orders that got a code; null under five orders" }),
    sampleSize: z.int(),
    medianWaitSeconds: z.number().nullable(),
  })
  .openapi("Price");

export const serviceList = listOf(service, "Service");
export const countryList = listOf(country, "Country");
export const operatorList = listOf(operator, "Operator");
export const priceList = listOf(price, "Price");

export const servicesQuery = z.strictObject(cursorQuery);
export const countriesQuery = z.strictObject(cursorQuery);

export const operatorsQuery = z.strictObject({
  country: catalogKey.openapi({ description: "ISO 3166 code", example: "BR" }),
  service: catalogKey.optional().openapi({ description: "Slug of a service", example: "whatsapp" }),
});

export const pricesQuery = z.strictObject({
  ...cursorQuery,
  service: catalogKey.optional().openapi({ description: "Slug or code", example: "whatsapp" }),
  country: catalogKey.optional().openapi({ description: "ISO 3166 code", example: "BR" }),
  available: z
    .enum(["true", "false"])
    .optional()
    .openapi({ description: "`true`: only what can be had now" }),
});
