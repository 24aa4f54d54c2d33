/** The only place where an internal path is written. Paths have no language; the link of lib/i18n/navigation adds it. */

export type Query = Record<string, string | number | undefined>;

function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** By itself, for what is on every page and needs no other. */
export const home = (query?: { q?: string }): string => withQuery("/", query);

/** Where an operation of the REST API is asked from a page. */
export const apiCall = (path: string): string => `/api/v1/${path.replace(/^\/+/, "")}`;

export const routes = {
  home,
  pricing: (query?: Query) => withQuery("/pricing", query),
  /** The VPN plans for everybody. */
  vpnPricing: () => "/pricing/vpn",
  refunds: () => "/refunds",
  status: () => "/status",
  /** The reference of the API, for everybody. */
  apiReference: () => "/developers",
  legal: (text: string) => `/legal/${text}`,
  signIn: (query?: { back?: string; notice?: string }) => withQuery("/sign-in", query),
  signUp: (query?: { back?: string }) => withQuery("/sign-up", query),
  forgotPassword: () => "/forgot-password",
  resetPassword: (query?: { token?: string }) => withQuery("/reset-password", query),
  verifyEmail: (query?: { token?: string }) => withQuery("/verify-email", query),
  dashboard: () => "/dashboard",
  /** Where somebody begins who asked for no page: staff in the back office, everybody else in the shop. */
  start: ({ isStaff }: { isStaff: boolean }) => (isStaff ? "/admin" : "/dashboard"),
  numbers: (query?: Query) => withQuery("/numbers", query),
  activation: (id: string) => `/numbers/${id}`,
  history: (query?: { outcome?: string; page?: number }) => withQuery("/numbers/history", query),
  vpn: (query?: Query) => withQuery("/vpn", query),
  subscriptions: () => "/vpn/subscriptions",
  subscription: (id: string) => `/vpn/subscriptions/${id}`,
  /** A subscription for whoever holds its secret link. */
  sharedSubscription: (token: string) => `/s/${token}`,
  wallet: (query?: { back?: string; page?: number }) => withQuery("/wallet", query),
  topUp: (query?: { back?: string; amount?: string }) => withQuery("/wallet/top-up", query),
  invoices: (query?: Query) => withQuery("/wallet/invoices", query),
  invoice: (id: string) => `/wallet/invoices/${id}`,
  withdrawals: (query?: Query) => withQuery("/wallet/withdrawals", query),
  withdrawal: (id: string) => `/wallet/withdrawals/${id}`,
  newWithdrawal: () => "/wallet/withdrawals/new",
  projects: () => "/developers/projects",
  project: (id: string) => `/developers/projects/${id}`,
  newProject: () => "/developers/projects/new",
  apiKeys: () => "/developers/keys",
  apiKey: (id: string) => `/developers/keys/${id}`,
  newApiKey: (query?: { project?: string }) => withQuery("/developers/keys/new", query),
  apiUsage: (query?: { days?: number; project?: string }) => withQuery("/developers/usage", query),
  notifications: (query?: Query) => withQuery("/notifications", query),
  statement: (query?: { month?: string }) => withQuery("/wallet/statement", query),
  settings: () => "/settings",
  security: () => "/settings/security",
  preferences: () => "/settings/preferences",
  webhooks: (query?: Query) => withQuery("/developers/webhooks", query),
  webhook: (id: string, query?: Query) => withQuery(`/developers/webhooks/${id}`, query),
  newWebhook: () => "/developers/webhooks/new",
  admin: (query?: Query) => withQuery("/admin", query),
  adminUsers: (query?: Query) => withQuery("/admin/users", query),
  adminUser: (id: string, query?: Query) => withQuery(`/admin/users/${id}`, query),
  adminOrders: (query?: Query) => withQuery("/admin/orders", query),
  adminOrder: (id: string) => `/admin/orders/${id}`,
  adminServices: (query?: Query) => withQuery("/admin/services", query),
  adminService: (id: string, query?: Query) => withQuery(`/admin/services/${id}`, query),
  adminCountries: (query?: Query) => withQuery("/admin/countries", query),
  adminCountry: (id: string, query?: Query) => withQuery(`/admin/countries/${id}`, query),
  adminOffers: (query?: Query) => withQuery("/admin/offers", query),
  adminOffer: (id: string, query?: Query) => withQuery(`/admin/offers/${id}`, query),
  adminPriceBatches: () => "/admin/offers/bulk",
  adminPriceBatch: (id: string, query?: Query) => withQuery(`/admin/offers/bulk/${id}`, query),
  adminNumbers: (query?: Query) => withQuery("/admin/numbers", query),
  adminNumber: (id: string, query?: Query) => withQuery(`/admin/numbers/${id}`, query),
  adminNumberImport: () => "/admin/numbers/import",
  adminNumberImports: (query?: Query) => withQuery("/admin/numbers/imports", query),
  adminProviders: (query?: Query) => withQuery("/admin/providers", query),
  adminProvider: (id: string, query?: Query) => withQuery(`/admin/providers/${id}`, query),
  adminInvoices: (query?: Query) => withQuery("/admin/invoices", query),
  adminInvoice: (id: string) => `/admin/invoices/${id}`,
  adminPayments: (query?: Query) => withQuery("/admin/payments", query),
  adminTransactions: (query?: Query) => withQuery("/admin/transactions", query),
  adminTransaction: (id: string) => `/admin/transactions/${id}`,
  adminWithdrawals: (query?: Query) => withQuery("/admin/withdrawals", query),
  adminWithdrawal: (id: string) => `/admin/withdrawals/${id}`,
  adminRefunds: (query?: Query) => withQuery("/admin/refunds", query),
  adminMoney: () => "/admin/money",
  adminReconciliation: (query?: Query) => withQuery("/admin/reconciliation", query),
  adminLedger: (query?: Query) => withQuery("/admin/ledger", query),
  adminLedgerAccount: (id: string, query?: Query) => withQuery(`/admin/ledger/accounts/${id}`, query),
  adminLedgerTransaction: (id: string, query?: Query) => withQuery(`/admin/ledger/transactions/${id}`, query),
  adminLedgerOrder: (query?: { order?: string }) => withQuery("/admin/ledger/orders", query),
  adminAudit: (query?: Query) => withQuery("/admin/audit", query),
  adminJobs: (query?: Query) => withQuery("/admin/jobs", query),
  adminSettings: (query?: Query) => withQuery("/admin/settings", query),
  adminWebhooks: (query?: Query) => withQuery("/admin/webhooks", query),
  adminSimulators: () => "/admin/simulators",
  adminKeys: (query?: Query) => withQuery("/admin/keys", query),
  adminVpnServers: (query?: Query) => withQuery("/admin/vpn/servers", query),
  adminVpnServer: (id: string) => `/admin/vpn/servers/${id}`,
  adminVpnPanel: (id: string) => `/admin/vpn/servers/panels/${id}`,
  adminVpnServerNew: () => "/admin/vpn/servers/new",
  adminVpnSubscriptions: (query?: Query) => withQuery("/admin/vpn/subscriptions", query),
  adminVpnSubscription: (id: string) => `/admin/vpn/subscriptions/${id}`,
  adminVpnPlans: (query?: Query) => withQuery("/admin/vpn/plans", query),
  adminVpnPlan: (id: string) => `/admin/vpn/plans/${id}`,
  adminVpnPlanNew: () => "/admin/vpn/plans/new",
  adminVpnUsage: (query?: Query) => withQuery("/admin/vpn/usage", query),
  mailbox: () => "/dev/mailbox",
  mail: (id: string) => `/dev/mailbox/${id}`,
} as const;

/** Addresses of the API that pages call. They have no language. */
export const apiRoutes = {
  stream: () => "/api/stream",
  activations: () => "/api/portal/activations",
  activation: (id: string) => `/api/portal/activations/${id}`,
  /** The CSV of a list; its query is the list's own. */
  tableExport: (name: string) => `/api/portal/exports/${name}.csv`,
  search: (query: { q: string; locale: string }) => withQuery("/api/portal/search", query),
  numberImport: (query: {
    mode: "check" | "report" | "commit";
    provider?: string;
    expected?: number;
    name?: string;
  }) => withQuery("/api/portal/imports/numbers", query),
  numberTemplate: () => "/api/portal/imports/numbers-template.csv",
  /** A picture that an admin uploaded; `version` makes it cacheable for good. */
  icon: (kind: "services" | "countries", id: string, version: number) =>
    `/api/icons/${kind}/${id}?v=${version}`,
  /** The public price list; its query is the page's own. */
  prices: (kind: "csv" | "json") => `/api/public/prices.${kind}`,
  health: () => "/api/health/ready",
} as const;
