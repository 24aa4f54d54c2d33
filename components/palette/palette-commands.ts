import { routes } from "@/lib/routes";

/** Where the palette can go; `key` is the word in the namespace "palette", which also has the other words for it. */
export interface PaletteCommand {
  key: PaletteKey;
  href: string;
  audience: "everybody" | "staff" | "demo-staff";
}

const page = (key: PaletteKey, href: string): PaletteCommand => ({ key, href, audience: "everybody" });
const desk = (key: PaletteKey, href: string): PaletteCommand => ({ key, href, audience: "staff" });

export type PaletteKey =
  | "dashboard"
  | "numbers"
  | "history"
  | "vpn"
  | "subscriptions"
  | "wallet"
  | "withdrawals"
  | "webhooks"
  | "notifications"
  | "settings"
  | "security"
  | "preferences"
  | "projects"
  | "apiKeys"
  | "apiUsage"
  | "deskKeys"
  | "home"
  | "overview"
  | "users"
  | "orders"
  | "services"
  | "countries"
  | "offers"
  | "stock"
  | "providers"
  | "transactions"
  | "invoices"
  | "payments"
  | "refunds"
  | "money"
  | "reconciliation"
  | "deskWithdrawals"
  | "ledger"
  | "audit"
  | "jobs"
  | "deskWebhooks"
  | "operatorSettings"
  | "vpnSubscriptions"
  | "vpnPlans"
  | "vpnUsage"
  | "vpnServers"
  | "simulators";

export const PALETTE_COMMANDS: readonly PaletteCommand[] = [
  page("dashboard", routes.dashboard()),
  page("numbers", routes.numbers()),
  page("history", routes.history()),
  page("vpn", routes.vpn()),
  page("subscriptions", routes.subscriptions()),
  page("wallet", routes.wallet()),
  page("withdrawals", routes.withdrawals()),
  page("webhooks", routes.webhooks()),
  page("notifications", routes.notifications()),
  page("settings", routes.settings()),
  page("security", routes.security()),
  page("preferences", routes.preferences()),
  page("projects", routes.projects()),
  page("apiKeys", routes.apiKeys()),
  page("apiUsage", routes.apiUsage()),
  page("home", routes.home()),
  desk("overview", routes.admin()),
  desk("users", routes.adminUsers()),
  desk("orders", routes.adminOrders()),
  desk("deskKeys", routes.adminKeys()),
  desk("services", routes.adminServices()),
  desk("countries", routes.adminCountries()),
  desk("offers", routes.adminOffers()),
  desk("stock", routes.adminNumbers()),
  desk("providers", routes.adminProviders()),
  desk("vpnSubscriptions", routes.adminVpnSubscriptions()),
  desk("vpnPlans", routes.adminVpnPlans()),
  desk("vpnServers", routes.adminVpnServers()),
  desk("vpnUsage", routes.adminVpnUsage()),
  desk("transactions", routes.adminTransactions()),
  desk("invoices", routes.adminInvoices()),
  desk("payments", routes.adminPayments()),
  desk("deskWithdrawals", routes.adminWithdrawals()),
  desk("refunds", routes.adminRefunds()),
  desk("money", routes.adminMoney()),
  desk("reconciliation", routes.adminReconciliation()),
  desk("ledger", routes.adminLedger()),
  desk("audit", routes.adminAudit()),
  desk("jobs", routes.adminJobs()),
  desk("deskWebhooks", routes.adminWebhooks()),
  desk("operatorSettings", routes.adminSettings()),
  { key: "simulators", href: routes.adminSimulators(), audience: "demo-staff" },
];

/** "g" and then one of these letters goes there. */
export const GO_KEYS: Readonly<Record<string, PaletteKey>> = {
  d: "dashboard",
  n: "numbers",
  h: "history",
  w: "wallet",
  s: "settings",
};
