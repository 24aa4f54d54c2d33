import { z } from "zod";

/** The only reader of the environment. Every variable is explained in .env.example. */
const flag = z.enum(["demo", "production"]);

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("0.0.0.0"),
  PUBLIC_URL: z.url().optional(),
  PATCHBAY_MODE: flag.default("production"),
  PATCHBAY_ROLE: z.enum(["all", "web", "worker"]).default("all"),
  DATABASE_URL: z.string().min(1),
  DATABASE_DIRECT_URL: z.string().min(1).optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(16),
  REDIS_URL: z.string().min(1).optional(),
  DATA_DIR: z.string().default(".data"),
  AUTH_SECRET: z.string().min(32).optional(),
  ENCRYPTION_KEYS: z.string().min(1).optional(),
  HOOK_SECRETS: z
    .string()
    .refine((text) => list(text).every(isHookKey), "base64 keys of 16 bytes or more, separated by commas")
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  SIMULATOR_URL: z.url().default("http://127.0.0.1:4010"),
  SIMULATOR_SECRET: z.string().min(16).optional(),
  STRIPE_SECRET_KEY: z.string().min(8).optional(),
  STRIPE_WEBHOOK_SECRETS: z.string().min(8).optional(),
  STRIPE_URL: z.url().optional(),
  MERCADOPAGO_ACCESS_TOKEN: z.string().min(8).optional(),
  MERCADOPAGO_WEBHOOK_SECRETS: z.string().min(8).optional(),
  MERCADOPAGO_SIGNATURE: z.enum(["enforce", "observe"]).default("enforce"),
  MERCADOPAGO_COLLECTOR_ID: z.coerce.number().int().positive().optional(),
  MERCADOPAGO_URL: z.url().optional(),
  BTC_ACCOUNT_KEY: z.string().min(20).optional(),
  TRON_ACCOUNT_KEY: z.string().min(20).optional(),
  ESPLORA_URLS: z.string().default("https://mempool.space/api,https://blockstream.info/api"),
  TRONGRID_URLS: z.string().default("https://api.trongrid.io"),
  TRONGRID_API_KEY: z.string().min(8).optional(),
  KRAKEN_URL: z.url().default("https://api.kraken.com"),
  MEMPOOL_PRICES_URL: z.url().default("https://mempool.space/api"),
  TRUSTED_PROXIES: z.string().default(""),
  MAIL: z.enum(["smtp", "off", "mailbox"]).optional(),
  SMTP_URL: z.string().min(1).optional(),
  MAIL_FROM: z.string().default("Patchbay <no-reply@patchbay.test>"),
  WEBHOOK_LOCAL_RECEIVERS: z.enum(["on", "off"]).default("off"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  PASSWORD_COST: z.coerce.number().int().min(4).max(15).default(12),
});

export interface Env {
  nodeEnv: "development" | "production" | "test";
  mode: "demo" | "production";
  role: "all" | "web" | "worker";
  host: string;
  port: number;
  publicUrl: URL;
  databaseUrl: string;
  /** For LISTEN, where a pooler stands before the database. */
  databaseDirectUrl: string;
  databasePoolSize: number;
  redisUrl: string | null;
  dataDir: string;
  authSecret: string;
  /** "k2:<base64 of 32 bytes>,k1:..." newest first. */
  encryptionKeys: string;
  hookSecrets: string[];
  twilioAuthToken: string | null;
  metricsToken: string | null;
  simulatorUrl: string;
  simulatorSecret: string | null;
  /** Null: off. */
  stripe: { secretKey: string; webhookSecrets: string[]; baseUrl: string | null } | null;
  mercadoPago: {
    accessToken: string;
    webhookSecrets: string[];
    signature: "enforce" | "observe";
    collectorId: number | null;
    baseUrl: string | null;
  } | null;
  /** Public keys of accounts that are paid to (never a private one), and whom to ask about chains and prices. */
  crypto: {
    btcAccountKey: string | null;
    tronAccountKey: string | null;
    esploraUrls: string[];
    tronGridUrls: string[];
    tronGridKey: string | null;
    krakenUrl: string;
    mempoolPricesUrl: string;
  };
  trustedProxies: string[];
  mail: { kind: "smtp"; url: string; from: string } | { kind: "mailbox"; from: string } | { kind: "off" };
  /** Webhooks may go to loopback and by plain http: for demo and tests, never in production. */
  webhookLocalReceivers: boolean;
  logLevel: string;
  /** Names of the known variables that have a value. */
  given: ReadonlySet<string>;
  passwordCost: number;
}

/** Thrown at start, with every problem named at once. */
export class EnvironmentError extends Error {
  constructor(problems: string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.name = "EnvironmentError";
  }
}

/** With less (or with what is no base64) anybody could sign. */
const HOOK_KEY_BYTES = 16;

function isHookKey(secret: string): boolean {
  return Buffer.from(secret.replace(/^whsec_/, ""), "base64").length >= HOOK_KEY_BYTES;
}

function list(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
}

function mailOf(raw: z.infer<typeof schema>, problems: string[]): Env["mail"] {
  const kind = raw.MAIL ?? (raw.SMTP_URL ? "smtp" : raw.PATCHBAY_MODE === "demo" ? "mailbox" : undefined);
  if (kind === "smtp" && raw.SMTP_URL) return { kind, url: raw.SMTP_URL, from: raw.MAIL_FROM };
  if (kind === "mailbox" && raw.PATCHBAY_MODE === "demo") return { kind, from: raw.MAIL_FROM };
  if (kind !== "off") problems.push("SMTP_URL is needed to send mail (or say MAIL=off to run without)");
  return { kind: "off" };
}

/** A gateway takes money only where its notifications can be told from anybody's. */
function gatewaysOf(raw: z.infer<typeof schema>, problems: string[]): Pick<Env, "stripe" | "mercadoPago"> {
  if (raw.STRIPE_SECRET_KEY && !raw.STRIPE_WEBHOOK_SECRETS)
    problems.push(
      "STRIPE_WEBHOOK_SECRETS is needed beside STRIPE_SECRET_KEY: it proves that events come from Stripe",
    );
  if (raw.MERCADOPAGO_ACCESS_TOKEN && !raw.MERCADOPAGO_WEBHOOK_SECRETS)
    problems.push("MERCADOPAGO_WEBHOOK_SECRETS is needed beside MERCADOPAGO_ACCESS_TOKEN");
  return {
    stripe: raw.STRIPE_SECRET_KEY
      ? {
          secretKey: raw.STRIPE_SECRET_KEY,
          webhookSecrets: list(raw.STRIPE_WEBHOOK_SECRETS),
          baseUrl: raw.STRIPE_URL ?? null,
        }
      : null,
    mercadoPago: raw.MERCADOPAGO_ACCESS_TOKEN
      ? {
          accessToken: raw.MERCADOPAGO_ACCESS_TOKEN,
          webhookSecrets: list(raw.MERCADOPAGO_WEBHOOK_SECRETS),
          signature: raw.MERCADOPAGO_SIGNATURE,
          collectorId: raw.MERCADOPAGO_COLLECTOR_ID ?? null,
          baseUrl: raw.MERCADOPAGO_URL ?? null,
        }
      : null,
  };
}

/** Reads and checks the environment. Throws an EnvironmentError that names each missing or wrong variable. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new EnvironmentError(
      parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    );
  }
  const raw = parsed.data;
  const problems: string[] = [];
  const demo = raw.PATCHBAY_MODE === "demo";
  if (!raw.AUTH_SECRET) problems.push("AUTH_SECRET (32 characters or more) signs the session cookies");
  if (!raw.ENCRYPTION_KEYS)
    problems.push('ENCRYPTION_KEYS ("k1:" and base64 of 32 bytes) encrypts message bodies');
  if (!demo && !raw.PUBLIC_URL) problems.push("PUBLIC_URL is the one origin that people and providers use");
  const mail = mailOf(raw, problems);
  const gateways = gatewaysOf(raw, problems);
  if (!demo && raw.WEBHOOK_LOCAL_RECEIVERS === "on")
    problems.push(
      "WEBHOOK_LOCAL_RECEIVERS is for demo and tests: webhooks of a real shop never go to its own machine",
    );
  if (problems.length > 0) throw new EnvironmentError(problems);
  return {
    nodeEnv: raw.NODE_ENV,
    mode: raw.PATCHBAY_MODE,
    role: raw.PATCHBAY_ROLE,
    host: raw.HOST,
    port: raw.PORT,
    publicUrl: new URL(raw.PUBLIC_URL ?? `http://localhost:${raw.PORT}`),
    databaseUrl: raw.DATABASE_URL,
    databaseDirectUrl: raw.DATABASE_DIRECT_URL ?? raw.DATABASE_URL,
    databasePoolSize: raw.DATABASE_POOL_SIZE,
    redisUrl: raw.REDIS_URL ?? null,
    dataDir: raw.DATA_DIR,
    authSecret: raw.AUTH_SECRET ?? "",
    encryptionKeys: raw.ENCRYPTION_KEYS ?? "",
    hookSecrets: list(raw.HOOK_SECRETS),
    twilioAuthToken: raw.TWILIO_AUTH_TOKEN ?? null,
    metricsToken: raw.METRICS_TOKEN ?? null,
    simulatorUrl: raw.SIMULATOR_URL,
    simulatorSecret: demo ? (raw.SIMULATOR_SECRET ?? null) : null,
    ...gateways,
    crypto: {
      btcAccountKey: raw.BTC_ACCOUNT_KEY ?? null,
      tronAccountKey: raw.TRON_ACCOUNT_KEY ?? null,
      esploraUrls: list(raw.ESPLORA_URLS),
      tronGridUrls: list(raw.TRONGRID_URLS),
      tronGridKey: raw.TRONGRID_API_KEY ?? null,
      krakenUrl: raw.KRAKEN_URL,
      mempoolPricesUrl: raw.MEMPOOL_PRICES_URL,
    },
    trustedProxies: list(raw.TRUSTED_PROXIES),
    mail,
    webhookLocalReceivers: raw.WEBHOOK_LOCAL_RECEIVERS === "on",
    logLevel: raw.LOG_LEVEL,
    given: new Set(Object.keys(schema.shape).filter((name) => given[name] !== undefined)),
    passwordCost: raw.PASSWORD_COST,
  };
}

/** next-auth reads these by itself; they follow from ours. */
export function exportAuthEnvironment(env: Env): void {
  process.env.NEXTAUTH_URL = env.publicUrl.origin;
  process.env.NEXTAUTH_SECRET = env.authSecret;
}
