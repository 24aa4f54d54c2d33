import { inboundTemplateSchema } from "@/lib/domain/vpn-links/schema";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";

/** The template of a stored inbound; null for one that is not what its schema wants, which its page shows. */
export function templateOf(json: unknown): InboundTemplate | null {
  const parsed = inboundTemplateSchema.safeParse(json);
  return parsed.success ? parsed.data : null;
}
