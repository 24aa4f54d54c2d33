import type { Messages } from "next-intl";
import { type CompiledTree, compileMessages } from "./compile-messages";
import type { Namespace } from "./namespaces";

/** Said only by the server: in mails and on pages without scripts of their own. */
const SERVER_ONLY = [
  "apiReference",
  "audit",
  "countries",
  "developers",
  "emails",
  "jobs",
  "landing",
  "offers",
  "ledger",
  "money",
  "orders",
  "overview",
  "pricing",
  "providers",
  "reconciliation",
  "services",
  "site",
  "stock",
  "subscriptions",
  "transactions",
  "vpnDesk",
  "webhookLog",
] as const satisfies readonly Namespace[];

/** By the namespace as it was read from its file: an edited one is another. */
const compiled = new WeakMap<object, CompiledTree>();

function compiledOf(sentences: object): CompiledTree {
  const known = compiled.get(sentences) ?? compileMessages(sentences);
  compiled.set(sentences, known);
  return known;
}

/** The sentences that travel to the browser with every page, parsed: each namespace once. */
export function browserMessages(messages: Messages): Partial<Messages> {
  const spoken = Object.entries(messages).filter(
    ([namespace]) => !SERVER_ONLY.some((name) => name === namespace),
  );
  return Object.fromEntries(spoken.map(([namespace, sentences]) => [namespace, compiledOf(sentences)]));
}
