import { routes } from "@/lib/routes";

/** Where the palette can go; `key` is the word in the namespace "palette", which also has the other words for it. */
export interface PaletteCommand {
  key: PaletteKey;
  href: string;
  audience: "everybody" | "staff" | "demo-staff";
  /** Before anything is typed only the main places are listed; the others answer to their words. */
  shown: "always" | "asked";
}

type Shown = PaletteCommand["shown"];
const page = (key: PaletteKey, href: string, shown: Shown = "always"): PaletteCommand => ({
  key,
  href,
  audience: "everybody",
  shown,
});
const desk = (key: PaletteKey, href: string, shown: Shown = "always"): PaletteCommand => ({
  key,
  href,
  audience: "staff",
  shown,
});

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
  | "simulators"
  | "topUp"
  | "myInvoices"
  | "statement"
  | "newWithdrawal"
  | "newProject"
  | "newApiKey"
  | "newWebhook"
  | "pricing"
  | "vpnPricing"
  | "refundRules"
  | "status"
  | "apiReference"
  | "terms"
  | "privacy"
  | "numberImport"
  | "numberImports"
  | "priceBatches"
  | "ledgerOrders"
  | "vpnServerNew"
  | "vpnPlanNew"
  | "acceptableUse"
  | "imprint"
  | "mailbox";

export const PALETTE_COMMANDS: readonly PaletteCommand[] = [
  page("dashboard", routes.dashboard()),
  page("numbers", routes.numbers()),
  page("history", routes.history()),
  page("vpn", routes.vpn()),
  page("subscriptions", routes.subscriptions()),
  page("wallet", routes.wallet()),
  page("topUp", routes.topUp(), "asked"),
  page("myInvoices", routes.invoices(), "asked"),
  page("statement", routes.statement(), "asked"),
  page("withdrawals", routes.withdrawals()),
  page("newWithdrawal", routes.newWithdrawal(), "asked"),
  page("webhooks", routes.webhooks()),
  page("newWebhook", routes.newWebhook(), "asked"),
  page("notifications", routes.notifications()),
  page("settings", routes.settings()),
  page("security", routes.security()),
  page("preferences", routes.preferences()),
  page("projects", routes.projects()),
  page("newProject", routes.newProject(), "asked"),
  page("apiKeys", routes.apiKeys()),
  page("newApiKey", routes.newApiKey(), "asked"),
  page("apiUsage", routes.apiUsage()),
  page("apiReference", routes.apiReference(), "asked"),
  page("home", routes.home()),
  page("pricing", routes.pricing(), "asked"),
  page("vpnPricing", routes.vpnPricing(), "asked"),
  page("refundRules", routes.refunds(), "asked"),
  page("status", routes.status(), "asked"),
  page("terms", routes.legal("terms"), "asked"),
  page("privacy", routes.legal("privacy"), "asked"),
  page("acceptableUse", routes.legal("acceptable-use"), "asked"),
  page("imprint", routes.legal("imprint"), "asked"),
  desk("overview", routes.admin()),
  desk("users", routes.adminUsers()),
  desk("orders", routes.adminOrders()),
  desk("deskKeys", routes.adminKeys()),
  desk("services", routes.adminServices()),
  desk("countries", routes.adminCountries()),
  desk("offers", routes.adminOffers()),
  desk("priceBatches", routes.adminPriceBatches(), "asked"),
  desk("stock", routes.adminNumbers()),
  desk("numberImport", routes.adminNumberImport(), "asked"),
  desk("numberImports", routes.adminNumberImports(), "asked"),
  desk("providers", routes.adminProviders()),
  desk("vpnSubscriptions", routes.adminVpnSubscriptions()),
  desk("vpnPlans", routes.adminVpnPlans()),
  desk("vpnPlanNew", routes.adminVpnPlanNew(), "asked"),
  desk("vpnServers", routes.adminVpnServers()),
  desk("vpnServerNew", routes.adminVpnServerNew(), "asked"),
  desk("vpnUsage", routes.adminVpnUsage()),
  desk("transactions", routes.adminTransactions()),
  desk("invoices", routes.adminInvoices()),
  desk("payments", routes.adminPayments()),
  desk("deskWithdrawals", routes.adminWithdrawals()),
  desk("refunds", routes.adminRefunds()),
  desk("money", routes.adminMoney()),
  desk("reconciliation", routes.adminReconciliation()),
  desk("ledger", routes.adminLedger()),
  desk("ledgerOrders", routes.adminLedgerOrder(), "asked"),
  desk("audit", routes.adminAudit()),
  desk("jobs", routes.adminJobs()),
  desk("deskWebhooks", routes.adminWebhooks()),
  desk("operatorSettings", routes.adminSettings()),
  { key: "simulators", href: routes.adminSimulators(), audience: "demo-staff", shown: "always" },
  { key: "mailbox", href: routes.mailbox(), audience: "demo-staff", shown: "asked" },
];

/** "g" and then one of these letters goes there. */
export const GO_KEYS: Readonly<Record<string, PaletteKey>> = {
  d: "dashboard",
  n: "numbers",
  h: "history",
  w: "wallet",
  s: "settings",
};
