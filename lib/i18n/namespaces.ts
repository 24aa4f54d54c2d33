/** One file per language and namespace in lib/i18n/messages. */
export const NAMESPACES = [
  "admin",
  "audit",
  "auth",
  "dashboard",
  "demo",
  "emails",
  "feedback",
  "landing",
  "layout",
  "numbers",
  "overview",
  "palette",
  "refusals",
  "settings",
  "simulators",
  "table",
  "users",
  "wallet",
] as const;

export type Namespace = (typeof NAMESPACES)[number];
