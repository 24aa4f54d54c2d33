import type { ConnectionProfile } from "./types";

/**
 * What Outline and the apps of Shadowsocks read from a dynamic access key: one server, the first whose cipher they know
 * (AEAD, not the 2022 methods). Source: Marzban's outline.py and Outline's guide on dynamic access keys.
 */
export function outlineDocument(profiles: readonly ConnectionProfile[]): Record<string, unknown> | null {
  for (const profile of profiles) {
    if (profile.protocol !== "SHADOWSOCKS" || profile.method.startsWith("2022-")) continue;
    const { host, port, method, password, name } = profile;
    return { server: host, server_port: port, method, password, tag: name };
  }
  return null;
}

/** The same guide's answer when there is nothing to connect to: Outline shows its sentence. */
export function outlineNotice([message, ...details]: readonly string[]): Record<string, unknown> {
  return { error: { message, ...(details.length > 0 && { details: details.join("\n") }) } };
}
