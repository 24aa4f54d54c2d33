import type { Messages } from "next-intl";
import { type CompiledTree, compileMessages } from "./compile-messages";
import type { Namespace } from "./namespaces";

/** What browser components of public pages say, and of the pages that stand in for a broken one. */
const PUBLIC = ["feedback", "layout", "refusals", "table", "vpn", "wallet"] as const satisfies Namespace[];

/** Per part of the site, what its browser components say; everything else is said by the server alone. */
export const BROWSER_NAMESPACES = {
  public: PUBLIC,
  auth: [...PUBLIC, "auth"],
  portal: [
    ...PUBLIC,
    "apiKeys",
    "auth",
    "billing",
    "notifications",
    "numbers",
    "onboarding",
    "palette",
    "settings",
    "webhooks",
    "withdrawals",
  ],
  admin: [
    ...PUBLIC,
    "admin",
    "apiKeys",
    "auth",
    "billing",
    "byHand",
    "notifications",
    "numbers",
    "palette",
    "settings",
    "shopSettings",
    "simulators",
    "users",
  ],
} as const satisfies Record<string, readonly Namespace[]>;

export type SiteArea = keyof typeof BROWSER_NAMESPACES;

/** By the namespace as it was read from its file: an edited one is another. */
const compiled = new WeakMap<object, CompiledTree>();

function compiledOf(sentences: object): CompiledTree {
  const known = compiled.get(sentences) ?? compileMessages(sentences);
  compiled.set(sentences, known);
  return known;
}

/** The sentences that travel to the browser with every page of an area, parsed: each namespace once. */
export function browserMessages(messages: Messages, area: SiteArea): Partial<Messages> {
  return Object.fromEntries(
    BROWSER_NAMESPACES[area].map((namespace) => [namespace, compiledOf(messages[namespace])]),
  );
}
