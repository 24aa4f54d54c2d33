/** The IANA name of the zone this browser is set to; empty where it does not say. */
export function browserTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}
