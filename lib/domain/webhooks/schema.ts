import { z } from "zod";
import { ALL_EVENTS, FORMATS, SMS_ACTIVATE_EVENTS } from "./event-types";

export const URL_LENGTH = 2_000;
export const DESCRIPTION_LENGTH = 120;

/** "ping" may stand in the list although nothing but a test sends it: programs subscribe to all they know. */
const events = z
  .array(z.enum(ALL_EVENTS))
  .min(1)
  .transform((chosen) => ALL_EVENTS.filter((event) => chosen.includes(event)));

const shared = {
  url: z.string().trim().min(1).max(URL_LENGTH),
  description: z.string().trim().max(DESCRIPTION_LENGTH).default(""),
  events,
};

/** What a new endpoint needs. The push of SMS-Activate is told of messages alone, whatever was chosen. */
export const createEndpointSchema = z.preprocess(
  (raw) =>
    typeof raw === "object" && raw !== null && "format" in raw && raw.format === "SMS_ACTIVATE"
      ? { ...raw, events: [...SMS_ACTIVATE_EVENTS] }
      : raw,
  z.object({
    ...shared,
    format: z.enum(FORMATS).default("STANDARD"),
    projectId: z
      .uuid()
      .nullish()
      .transform((id) => id ?? null),
    isSandbox: z.boolean().default(false),
  }),
);
export type CreateEndpointInput = z.input<typeof createEndpointSchema>;

/** What may change later: format, project and mode stay. */
export const updateEndpointSchema = z.object({
  endpointId: z.uuid(),
  url: shared.url.optional(),
  description: z.string().trim().max(DESCRIPTION_LENGTH).optional(),
  events: events.optional(),
});
export type UpdateEndpointInput = z.input<typeof updateEndpointSchema>;

export const endpointIdSchema = z.object({ endpointId: z.uuid() });
export const deliveryIdSchema = z.object({ deliveryId: z.uuid() });
export const testEventSchema = z.object({ endpointId: z.uuid(), event: z.enum(ALL_EVENTS) });
export const switchEndpointSchema = z.object({ endpointId: z.uuid(), isOn: z.boolean() });
