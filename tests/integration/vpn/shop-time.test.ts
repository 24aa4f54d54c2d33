import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { customerScope } from "@/lib/domain/kernel/actor";
import { probePanels } from "@/lib/domain/vpn/commands/probe-panels";
import { rotateLink } from "@/lib/domain/vpn/commands/rotate-link";
import { getOwnSubscription } from "@/lib/domain/vpn/queries/subscription-detail";
import { programArgs } from "@/scripts/run/programs.mjs";
import { passTime } from "@/tests/support/pass-time";
import { TEST_SECRETS } from "@/tests/support/world";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

const DAY = 86_400_000;
const AHEAD_DAYS = 29;
/** The command line takes its time on a busy machine; what is at stake is four weeks. */
const SLACK = 600_000;

let world: VpnWorld;

beforeAll(async () => {
  world = await openVpnWorld();
  await world.server();
  await passTime(world.deps, (AHEAD_DAYS * DAY) / 1_000);
});
afterAll(() => world.close());

const isAbout = (at: Date | string | null | undefined, expected: number) =>
  Math.abs(new Date(at ?? 0).getTime() - expected) < SLACK;

/** The operator's command line, a process of its own that knows the time only from the database. */
async function patchbay(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...(await programArgs("cli")), ...args], {
    env: {
      ...process.env,
      ...TEST_SECRETS,
      NODE_ENV: "test",
      PATCHBAY_MODE: "demo",
      PUBLIC_URL: "http://localhost:3000",
      LOG_LEVEL: "silent",
      DATABASE_URL: world.database.url,
    },
  });
  return stdout;
}

it("a subscription made on the command line begins at the shop's time, and all that is written of it", async () => {
  const { deps } = world;
  const person = await world.person({ usd: 10 });
  const plan = await world.plan({ name: `Month ${randomUUID().slice(0, 4)}` });
  const now = Date.now() + AHEAD_DAYS * DAY;
  await patchbay(
    "vpn",
    "subscription",
    "create",
    "--user",
    `${person.actor.username}@example.test`,
    "--plan",
    plan.name,
  );
  const row = await deps.db.subscription.findFirstOrThrow({
    where: { userId: person.actor.userId },
    include: { purchases: true, credentials: true, configs: true },
  });
  expect(isAbout(row.startsAt, now)).toBe(true);
  expect(isAbout(row.expiresAt, now + 30 * DAY)).toBe(true);
  const { purchases, credentials, configs } = row;
  const created = [plan, row, ...purchases, ...credentials, ...configs].map(({ createdAt }) => createdAt);
  expect(created.map((at) => isAbout(at, now))).toEqual(created.map(() => true));
});

it("a replaced link goes on for a day of the shop's time, and a panel is asked in it", async () => {
  const { deps } = world;
  const { id, userId } = await deps.db.subscription.findFirstOrThrow();
  const actor = { ...(await world.person()).actor, userId };
  const scope = customerScope(actor);
  await rotateLink(deps, actor, userId, { subscriptionId: id, leaked: false });
  const now = Date.now() + AHEAD_DAYS * DAY;
  const shown = await getOwnSubscription(deps, scope, id, "en");
  expect(isAbout(shown?.oldLinkUntil, now + DAY)).toBe(true);
  await probePanels(deps);
  const panel = await deps.db.vpnPanel.findUniqueOrThrow({
    where: { id: world.panelId },
    include: { probes: true },
  });
  expect(isAbout(panel.probedAt, now)).toBe(true);
  expect(isAbout(panel.probes[0]?.at, now)).toBe(true);
});
