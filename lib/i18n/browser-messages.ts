import type { Messages } from "next-intl";
import type { Namespace } from "./namespaces";

/** Said only by the server: in mails and on pages without scripts of their own. */
const SERVER_ONLY = [
  "audit",
  "countries",
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
  "transactions",
] as const satisfies readonly Namespace[];

/** The sentences that travel to the browser with every page. */
export function browserMessages(messages: Messages): Partial<Messages> {
  return Object.fromEntries(
    Object.entries(messages).filter(([namespace]) => !SERVER_ONLY.some((name) => name === namespace)),
  );
}
