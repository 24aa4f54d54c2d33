import type { StaffServerDetail } from "@/lib/domain/vpn/staff-types";

type Inbounds = StaffServerDetail["inbounds"];

/** Those that are in use, in the order in which a form sends them. */
export const usedInbounds = (inbounds: Inbounds): Inbounds => inbounds.filter(({ isActive }) => isActive);

/**
 * The inbounds as a form was opened with them. One that fits no template goes by its tag and stays as it is; one that is out
 * of use is not sent, because what is sent is in use.
 */
export function sentInbounds(inbounds: Inbounds): string {
  return JSON.stringify(usedInbounds(inbounds).map(({ tag, template }) => template ?? { brokenTag: tag }));
}
