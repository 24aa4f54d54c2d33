import type { StaffServerDetail } from "@/lib/domain/vpn/staff-types";

type Template = NonNullable<StaffServerDetail["inbounds"][number]["template"]>;

/** One value as a field holds it: lists by commas, settings of many parts as JSON. */
function fieldText(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A template as the fields of its form hold it. gRPC and xHTTP have a mode each, of different values. */
export function inboundValues(template: Template): Record<string, string> {
  const { transport, security, ...rest } = { transport: null, security: null, ...template };
  const flat = {
    ...rest,
    ...transport,
    ...security,
    ...(transport ? { transport: transport.kind } : {}),
    ...(security ? { security: security.kind } : {}),
  };
  const mode = transport && "mode" in transport ? { [`${transport.kind}Mode`]: transport.mode } : {};
  return Object.fromEntries(
    Object.entries({ ...flat, ...mode })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, fieldText(value)]),
  );
}
