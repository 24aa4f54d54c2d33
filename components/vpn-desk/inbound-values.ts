import type { StaffServerDetail } from "@/lib/domain/vpn/staff-types";

type Template = NonNullable<StaffServerDetail["inbounds"][number]["template"]>;

/** A template as the fields of its form hold it. */
export function inboundValues(template: Template): Record<string, string> {
  const { transport, security, ...rest } = { transport: null, security: null, ...template };
  const flat = {
    ...rest,
    ...transport,
    ...security,
    ...(transport ? { transport: transport.kind } : {}),
    ...(security ? { security: security.kind } : {}),
  };
  return Object.fromEntries(
    Object.entries(flat).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : String(value),
    ]),
  );
}
