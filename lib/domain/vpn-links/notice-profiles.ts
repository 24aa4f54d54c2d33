import type { ConnectionProfile } from "./types";

const NOBODY = "00000000-0000-0000-0000-000000000000";
const HOST = "127.0.0.1";
const PORT = 1;

/** Whether a location only speaks: it is listed, and never chosen by itself. */
export const isNotice = ({ host, port }: ConnectionProfile): boolean => host === HOST && port === PORT;

/**
 * Locations that only speak: an app lists their names instead of servers when a subscription has ended. They point at the
 * own device, a private address, which current cores accept without encryption and nothing answers.
 */
export function noticeProfiles(lines: readonly string[]): ConnectionProfile[] {
  return lines.map((name) => ({
    protocol: "VLESS",
    name,
    host: HOST,
    port: PORT,
    uuid: NOBODY,
    encryption: "none",
    flow: "",
    transport: { kind: "tcp" },
    security: { kind: "none" },
  }));
}
