import type { Tx } from "@/lib/db/client";
import { newApiKey } from "@/lib/domain/api-keys/key-format";
import { MICROS_PER_UNIT } from "@/lib/domain/kernel/money";
import type { SeedDeps } from "./seed-deps";

const DAYS = 30;
const HOUR_MS = 3_600_000;

/** A project of the demo's customer, with two keys nobody holds and a month of calls. Once: by the project's name. */
export async function seedDevelopers(tx: Tx, deps: SeedDeps): Promise<void> {
  const customer = await tx.user.findUnique({
    where: { email: "customer@patchbay.test" },
    select: { id: true, _count: { select: { projects: true } } },
  });
  if (!customer || customer._count.projects > 0) return;
  const [country, service] = await Promise.all([
    tx.country.findFirst({ where: { iso2: "BR", isCanonical: true }, select: { id: true } }),
    tx.service.findUnique({ where: { slug: "whatsapp" }, select: { id: true } }),
  ]);
  const projectId = deps.ids.uuid();
  const now = deps.clock.securityNow().getTime();
  const createdAt = new Date(now - DAYS * 24 * HOUR_MS);
  await tx.project.create({
    data: {
      id: projectId,
      userId: customer.id,
      name: "Sign-up tests",
      description: "Checks every night that our customers can still sign up.",
      defaultCountryId: country?.id ?? null,
      defaultServiceId: service?.id ?? null,
      monthlyLimitMicros: 25n * MICROS_PER_UNIT,
      createdAt,
    },
  });
  let calls = 0;
  for (const [name, mode, base] of [
    ["Nightly run", "LIVE", 40],
    ["Laptop", "SANDBOX", 9],
  ] as const) {
    const { prefix, last4, digest } = newApiKey(deps.ids, mode);
    const keyId = deps.ids.uuid();
    const scopes = ["numbers:read", "numbers:write", "wallet:read"];
    const key = { id: keyId, userId: customer.id, projectId, name, mode, scopes, prefix, last4, digest };
    await tx.apiKey.create({ data: { ...key, createdAt, lastUsedAt: new Date(now - 3 * HOUR_MS) } });
    const stats = Array.from({ length: DAYS }, (_, day) => statOf(keyId, now, day, base));
    calls += stats.reduce((sum, one) => sum + one.calls, 0);
    await tx.apiCallStat.createMany({ data: stats });
  }
  await tx.project.update({ where: { id: projectId }, data: { apiCalls: calls } });
}

/** The same numbers each time: a week's rhythm with a bad day in it. */
function statOf(apiKeyId: string, now: number, day: number, base: number) {
  const hour = new Date(Math.floor((now - day * 24 * HOUR_MS) / HOUR_MS) * HOUR_MS - 3 * HOUR_MS);
  const calls = base + ((day * 37) % 7) * Math.ceil(base / 4);
  const errors = day === 11 ? Math.floor(calls / 3) : day % 5 === 0 ? 2 : 0;
  const refused = day % 9 === 4 ? 3 : 0;
  const within1000 = Math.floor(calls / 25);
  const within200 = Math.floor(calls / 10);
  const within50 = Math.floor(calls / 3);
  const within10 = calls - within50 - within200 - within1000;
  const latencyMs = within10 * 6 + within50 * 28 + within200 * 110 + within1000 * 480;
  const door = day % 2 === 0 ? "rest" : "sms-activate";
  return {
    apiKeyId,
    door,
    hour,
    calls,
    errors,
    refused,
    latencyMs,
    within10,
    within50,
    within200,
    within1000,
  };
}
