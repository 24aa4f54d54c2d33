import { z } from "zod";

export const jobNameSchema = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/);
export const eventIdSchema = z.string().regex(/^\d{1,18}$/);
