import { createServer } from "node:http";
import { createClock } from "@/lib/integrations/system/clock";
import { createKeyCallBuffer } from "@/lib/integrations/system/key-call-buffer";
import { createMetrics } from "@/lib/observability/metrics";
import { createLogger } from "@/lib/observability/logger";
import { createRateLimits } from "@/lib/rate-limit/limits";
import { digestOf } from "@/lib/domain/api-keys/key-format";
import { openKeyDesk } from "@/lib/api/keys/desk";
import { openStatusDesk } from "@/lib/api/order-status/status-desk";
import { quickStatusDoor } from "@/lib/api/handler-api/quick-door";
import { createFrontDoor } from "@/lib/http/front-door";
import { benchKey } from "./fill-polls.mjs";
const KEYS = 2000, ORDERS = 20000;
const log = createLogger({ level: "info" });
const clock = createClock();
const byDigest = new Map(Array.from({ length: KEYS }, (_, i) => [digestOf(benchKey(i + 1)), i + 1]));
const user = (n: number) => `019aa0c2-0000-7000-8000-${String(n).padStart(12, "0")}`;
const db = {
  apiKey: { findMany: async ({ where }: any) => where.digest.in.filter((d: string) => byDigest.has(d)).map((digest: string) => { const n = byDigest.get(digest)!; return { id: user(n).replace("019aa0c2", "019aa0c3"), digest, userId: user(n), projectId: null, mode: "LIVE", scopes: ["numbers:read"], rateLimit: 1_000_000, ipRestrictions: [], maxPriceMicros: null, handlerErrors: "VANILLA", numbersStatusSuffix: false, expiresAt: null, revokedAt: null, overlapUntil: null, priceLimits: [], project: null, user: { username: "x", role: "CUSTOMER", status: "ACTIVE", verificationLevel: 1, apiLimit: null } }; }) },
  $queryRaw: async (_s: any, numbers: number[]) => numbers.map((number) => ({ number, userId: user(1 + (number - 1) % KEYS), isSandbox: false, status: "ACTIVE", firstCodeAt: null, awaitsAnother: false, verificationCode: null })),
};
const notifications = { on: () => () => {}, onResync: () => () => {}, isConnected: () => true, ready: async () => {}, close: async () => {} };
const deps: any = { db, clock, log, metrics: createMetrics(), notifications, cipher: { decrypt: () => "1" }, rateLimits: createRateLimits({ redisUrl: null, log: log as any }), keyCalls: createKeyCallBuffer(async () => {}, { clock, log: log as any }) };
const desks = { keys: openKeyDesk(deps), statuses: openStatusDesk(deps) };
for (let k = 1; k <= KEYS; k += 1) await desks.keys.find(benchKey(k), null);
for (let o = 1; o <= ORDERS; o += 1) await desks.statuses.read({ userId: user(1 + (o - 1) % KEYS), isSandbox: false }, o);
let missed = 0;
const app = (_q: any, s: any) => { missed += 1; s.writeHead(500).end("missed"); };
const door = createFrontDoor({ publicOrigin: "http://x", trustedProxies: [], api: quickStatusDoor(deps, desks, app) as any, pages: app, simulators: null, onAnswered: () => {}, onError: (e) => console.error(e) } as any);
const mode = process.env.MODE;
const server = createServer(mode === "raw" ? (_q, s) => { s.writeHead(200, ["content-type", "text/plain", "content-length", "16"]).end("STATUS_WAIT_CODE"); } : (q, s) => { door(q, s); });
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as any).port }));
process.on("disconnect", () => { console.error("missed", missed); process.exit(0); });
