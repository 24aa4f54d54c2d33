/** Modules of the domain, lowest first. A module calls only those before it; news travels up as events. */
export const MODULE_ORDER = [
  "kernel",
  "audit",
  "operations",
  "settings",
  "identity",
  "projects",
  "catalog",
  "supply",
  "wallet",
  "crypto-payments",
  "payments",
  "billing",
  "reconciliation",
  "vpn-links",
  "messages",
  "numbers",
  "overview",
  "sending",
  "vpn",
  "notifications",
  "support",
  "api-keys",
  "webhooks",
] as const;

/** Calls that open a transaction around the function they are given. */
export const TRANSACTION_OPENERS = /(?:^|\.)(?:inTransaction|postOnce|\$transaction)$/;

/** Folders of components that serve every module. */
export const SHARED_COMPONENTS = ["ui", "layout", "feedback", "data-table", "data-grid", "charts"] as const;

/** Folders of components that are not named like the module they show, or that show several. */
export const SHOWN_MODULES: Record<string, readonly string[]> = {
  audit: ["audit"],
  dashboard: ["numbers", "wallet", "catalog", "vpn"],
  developers: ["api-keys", "projects"],
  identity: ["identity", "users"],
  jobs: ["jobs", "kernel"],
  ledger: ["wallet"],
  offers: ["catalog"],
  onboarding: ["identity"],
  overview: ["overview", "numbers", "supply", "wallet"],
  palette: ["identity", "numbers"],
  site: ["settings"],
  simulators: ["operations"],
  stock: ["supply"],
  "vpn-desk": ["vpn", "vpn-links", "vpn-servers", "vpn-people", "vpn-plans"],
};

/** What needs nothing but the kernel and may be used by every door. */
const FOUNDATIONS = ["kernel", "format", "routes", "i18n", "http", "table"] as const;

interface Area {
  /** What belongs to it: a folder with a slash at the end, or a file without its extension. */
  paths: string[];
  /** The areas it may import, beside itself. */
  imports: string[];
  /** Which files of a domain module it may import; all where this is left out. */
  domainParts?: RegExp;
}

const SHAPES = /^(?:schema|types|staff-types)$/;
const CONTRACTS = /^(?:ports|schema|types|staff-types)$/;

/**
 * The map: each area and what it may import. A file that lies in no area fails, so that a new folder is a decision
 * somebody takes here. A domain module's own limits are in the domain rules.
 */
export const AREAS: Record<string, Area> = {
  app: {
    paths: ["app/"],
    imports: ["components", "loaders", "actions", "api", "auth", "deps", "domain", "emails", ...FOUNDATIONS],
    domainParts: SHAPES,
  },
  components: {
    paths: ["components/"],
    imports: ["actions", "domain", ...FOUNDATIONS],
    domainParts: SHAPES,
  },
  loaders: {
    paths: ["lib/loaders/"],
    imports: ["auth", "deps", "domain", "observability", "rate-limit", ...FOUNDATIONS],
  },
  actions: {
    paths: ["lib/actions/"],
    imports: [
      "auth",
      "db",
      "deps",
      "domain",
      "emails",
      "loaders",
      "observability",
      "rate-limit",

      ...FOUNDATIONS,
    ],
  },
  api: {
    paths: ["lib/api/"],
    imports: [
      "auth",
      "db",
      "deps",
      "domain",
      "integrations",
      "observability",
      "rate-limit",
      "stream",
      ...FOUNDATIONS,
    ],
  },
  jobs: {
    paths: ["lib/jobs/"],
    imports: ["db", "deps", "domain", "emails", "observability", ...FOUNDATIONS],
  },
  cli: {
    paths: ["lib/cli/"],
    imports: ["db", "deps", "domain", "env", "observability", "prisma", ...FOUNDATIONS],
  },
  simulators: {
    paths: ["lib/simulators/"],
    imports: ["db", "domain", "env", "node-agent", "observability", "process", ...FOUNDATIONS],
  },
  deps: {
    paths: ["lib/deps"],
    imports: [
      "auth",
      "db",
      "domain",
      "env",
      "integrations",
      "observability",
      "process",
      "rate-limit",
      "stream",
      ...FOUNDATIONS,
    ],
  },
  auth: { paths: ["lib/auth/"], imports: ["deps", "domain", "env", ...FOUNDATIONS] },
  integrations: {
    paths: ["lib/integrations/"],
    imports: ["domain", "env", ...FOUNDATIONS],
    domainParts: CONTRACTS,
  },
  stream: { paths: ["lib/stream/"], imports: ["db", "domain", "observability", "process", ...FOUNDATIONS] },
  "rate-limit": { paths: ["lib/rate-limit/"], imports: ["kernel"] },
  observability: { paths: ["lib/observability/"], imports: ["kernel"] },
  emails: { paths: ["lib/emails/"], imports: ["domain", ...FOUNDATIONS], domainParts: CONTRACTS },
  http: { paths: ["lib/http/"], imports: ["auth", "deps", "i18n", "kernel", "observability", "routes"] },
  i18n: { paths: ["lib/i18n/"], imports: ["kernel"] },
  format: { paths: ["lib/format/"], imports: ["kernel", "i18n"] },
  table: { paths: ["lib/table/"], imports: ["kernel"] },
  routes: { paths: ["lib/routes"], imports: [] },
  /** One file that runs alone beside a node; a simulated node runs the same. */
  "node-agent": { paths: ["scripts/node-agent"], imports: [] },
  process: { paths: ["lib/lifecycle", "lib/stop-with-parent"], imports: [] },
  env: { paths: ["lib/env"], imports: ["kernel"] },
  kernel: { paths: ["lib/domain/kernel/"], imports: ["db"] },
  domain: { paths: ["lib/domain/"], imports: ["kernel", "db"] },
  db: { paths: ["lib/db/"], imports: ["kernel"] },
  client: { paths: ["lib/client/"], imports: [] },
  prisma: { paths: ["prisma/"], imports: ["db", "deps", "domain", "env", "integrations", ...FOUNDATIONS] },
};

/** The area of a path with or without its extension: the most exact entry wins. Null outside app, components, lib, prisma. */
export function areaOf(path: string): string | null {
  const plain = path.replace(/\.(?:d\.)?(?:ts|tsx|mts|mjs)$/, "");
  let best: { name: string; length: number } | null = null;
  for (const [name, { paths }] of Object.entries(AREAS)) {
    for (const prefix of paths) {
      const inside = prefix.endsWith("/") ? plain.startsWith(prefix) : plain === prefix;
      if (inside && prefix.length > (best?.length ?? 0)) best = { name, length: prefix.length };
    }
  }
  return best?.name ?? null;
}

/** "wallet" for lib/domain/wallet/...; null elsewhere. */
export function moduleOf(path: string): string | null {
  return /^lib\/domain\/([^/]+)\//.exec(path)?.[1] ?? null;
}
