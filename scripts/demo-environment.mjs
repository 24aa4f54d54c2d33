import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readJson } from "./processes.mjs";
import { ROOT } from "./project.mjs";
import { claimSimulatorPort } from "./run/simulator-port.mjs";

/** Where the simulators listen when nobody else does: the first here, the others after it. */
const SIMULATOR_PORT = 4010;

const token = (bytes = 32) => randomBytes(bytes).toString("base64url");

/** What a demo needs to be secret; production brings its own. */
const SECRETS = {
  AUTH_SECRET: () => token(),
  ENCRYPTION_KEYS: () => `k1:${randomBytes(32).toString("base64")}`,
  HOOK_SECRETS: () => token(),
  TWILIO_AUTH_TOKEN: () => randomBytes(16).toString("hex"),
  METRICS_TOKEN: () => token(),
  SIMULATOR_SECRET: () => token(),
  STRIPE_SIMULATOR_SECRET: () => `whsec_${token()}`,
  MERCADOPAGO_SIMULATOR_SECRET: () => token(),
};

/** Variables from a .env file; those that are set already win. */
export function loadEnvFile() {
  const path = join(ROOT, ".env");
  if (existsSync(path)) process.loadEnvFile(path);
}

/** "demo" or "production": the demo is the default only on the embedded database. */
export function modeOf(env) {
  return env.PATCHBAY_MODE || (env.DATABASE_URL ? "production" : "demo");
}

/** Absolute folder of the embedded database, secrets and the demo's mailbox. */
export function dataDirOf(env) {
  return resolve(ROOT, env.DATA_DIR || ".data");
}

function remember(path, value) {
  writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** The demo's secrets, made once per data folder and kept in a file that only its owner reads. */
function demoSecrets(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, "secrets.json");
  const known = readJson(path) ?? {};
  const missing = Object.keys(SECRETS).filter((name) => typeof known[name] !== "string");
  if (missing.length === 0) return known;
  const secrets = { ...known, ...Object.fromEntries(missing.map((name) => [name, SECRETS[name]()])) };
  remember(path, secrets);
  return secrets;
}

/** By their name in simulators.json: the SMS upstream, and the gateways of payment. */
const SIMULATORS = ["port", "stripe", "mercadopago"];

/** The simulators keep their ports, because the demo's provider is stored with its address. */
async function simulatorUrls(dataDir) {
  const path = join(dataDir, "simulators.json");
  const ports = readJson(path) ?? {};
  const missing = SIMULATORS.filter((name) => !Number.isInteger(ports[name]));
  for (const name of missing) {
    ports[name] = await claimSimulatorPort(SIMULATOR_PORT + SIMULATORS.indexOf(name));
  }
  if (missing.length > 0) remember(path, ports);
  return Object.fromEntries(SIMULATORS.map((name) => [name, `http://127.0.0.1:${ports[name]}`]));
}

/**
 * Public keys whose private ones everybody knows (the seed of the test vectors): good for a chain that is played, and
 * for nothing else.
 */
const PLAYED_KEYS = {
  BTC_ACCOUNT_KEY:
    "zpub6rFR7y4Q2AijBEqTUquhVz398htDFrtymD9xYYfG1m4wAcvPhXNfE3EfH1r1ADqtfSdVCToUG868RvUUkgDKf31mGDtKsAYz2oz2AGutZYs",
  TRON_ACCOUNT_KEY:
    "xpub6D1AabNHCupeiLM65ZR9UStMhJ1vCpyV4XbZdyhMZBiJXALQtmn9p42VTQckoHVn8WNqS7dqnJokZHAHcHGoaQgmv8D45oNUKx6DZMNZBCd",
};

function simulatedChains(url) {
  return {
    ...PLAYED_KEYS,
    ESPLORA_URLS: `${url}/chain/api`,
    TRONGRID_URLS: `${url}/chain/tron`,
    KRAKEN_URL: `${url}/rates`,
    MEMPOOL_PRICES_URL: `${url}/chain/api`,
  };
}

/** A gateway without keys is played by its simulator. Its keys open nothing else. */
function simulatedGateways(given, urls, secrets) {
  const stripe = given.STRIPE_SECRET_KEY
    ? {}
    : {
        STRIPE_SECRET_KEY: "sk_test_simulated",
        STRIPE_URL: urls.stripe,
        STRIPE_WEBHOOK_SECRETS: secrets.STRIPE_SIMULATOR_SECRET,
      };
  const mercadopago = given.MERCADOPAGO_ACCESS_TOKEN
    ? {}
    : {
        MERCADOPAGO_ACCESS_TOKEN: "TEST-simulated",
        MERCADOPAGO_URL: urls.mercadopago,
        MERCADOPAGO_WEBHOOK_SECRETS: secrets.MERCADOPAGO_SIMULATOR_SECRET,
      };
  const chains = given.BTC_ACCOUNT_KEY || given.TRON_ACCOUNT_KEY ? {} : simulatedChains(urls.port);
  return { ...stripe, ...mercadopago, ...chains };
}

/**
 * The environment of the product's processes: the given one, the database's URL, and in demo the secrets that are not set.
 * Production gets nothing: lib/env.ts names what is missing.
 */
export async function composeEnvironment(env, databaseUrl) {
  const mode = modeOf(env);
  const dataDir = dataDirOf(env);
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const base = {
    NEXT_TELEMETRY_DISABLED: "1",
    ...given,
    PATCHBAY_MODE: mode,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
  };
  if (mode !== "demo") return base;
  const secrets = demoSecrets(dataDir);
  const urls = await simulatorUrls(dataDir);
  return { ...secrets, SIMULATOR_URL: urls.port, ...simulatedGateways(given, urls, secrets), ...base };
}
