/** One file per language and namespace in lib/i18n/messages. */
export const NAMESPACES = [
  "admin",
  "audit",
  "auth",
  "countries",
  "dashboard",
  "demo",
  "emails",
  "feedback",
  "jobs",
  "landing",
  "layout",
  "numbers",
  "offers",
  "overview",
  "palette",
  "pricing",
  "refusals",
  "services",
  "settings",
  "simulators",
  "site",
  "table",
  "users",
  "wallet",
] as const;

export type Namespace = (typeof NAMESPACES)[number];
