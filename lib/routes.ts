/** The only place where an internal path is written. Paths have no language; the link of lib/i18n/navigation adds it. */

type Query = Record<string, string | number | undefined>;

function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

export const routes = {
  home: () => "/",
  signIn: (query?: { back?: string; notice?: string }) => withQuery("/sign-in", query),
  signUp: (query?: { back?: string }) => withQuery("/sign-up", query),
  forgotPassword: () => "/forgot-password",
  resetPassword: (query?: { token?: string }) => withQuery("/reset-password", query),
  verifyEmail: (query?: { token?: string }) => withQuery("/verify-email", query),
  dashboard: () => "/dashboard",
  numbers: (query?: { service?: string; sort?: string }) => withQuery("/numbers", query),
  activation: (id: string) => `/numbers/${id}`,
  history: (query?: { outcome?: string; page?: number }) => withQuery("/numbers/history", query),
  wallet: (query?: { back?: string; page?: number }) => withQuery("/wallet", query),
  settings: () => "/settings",
  security: () => "/settings/security",
  admin: () => "/admin",
  adminUsers: (query?: { search?: string; page?: number }) => withQuery("/admin/users", query),
  adminUser: (id: string) => `/admin/users/${id}`,
  adminOrders: (query?: { search?: string; status?: string; page?: number }) =>
    withQuery("/admin/orders", query),
  adminSimulators: () => "/admin/simulators",
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
  health: () => "/api/health/ready",
} as const;
