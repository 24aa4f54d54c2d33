import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "@/lib/domain/kernel/actor";
import { recordJobRuns, takeRequestedRuns } from "@/lib/domain/operations/commands/record-runs";
import { requestJobRun } from "@/lib/domain/operations/commands/request-run";
import { settleEvent } from "@/lib/domain/operations/commands/settle-event";
import { readOperations } from "@/lib/domain/operations/queries";
import type { JobRecord } from "@/lib/domain/operations/types";
import { actorOf, newUser, openTestWallet, type TestWallet, walletDeps } from "../wallet/wallet-fixture";

let wallet: TestWallet;

beforeAll(async () => {
  wallet = await openTestWallet();
});

afterAll(() => wallet.close());

const told: JobRecord = {
  name: "sweep",
  everyMs: 1_000,
  startedAt: new Date("2026-11-21T10:00:00Z"),
  finishedAt: new Date("2026-11-21T10:00:01Z"),
  durationMs: 1_000,
  handled: 3,
  runs: 2,
  failures: 1,
  lastError: "it broke",
  lastErrorAt: new Date("2026-11-21T09:00:00Z"),
};

const jobs = () => wallet.db.jobRun.findUniqueOrThrow({ where: { name: "sweep" } });

test("processes add up; the newest times stand, also when they are told late", async () => {
  const deps = walletDeps(wallet.db);
  await recordJobRuns(deps, [told]);
  const older = new Date("2026-11-21T08:00:00Z");
  await recordJobRuns(deps, [
    {
      ...told,
      startedAt: older,
      finishedAt: older,
      handled: null,
      durationMs: null,
      lastError: null,
      lastErrorAt: null,
    },
  ]);
  expect(await jobs()).toMatchObject({
    runs: 4n,
    failures: 2n,
    finishedAt: told.finishedAt,
    handled: 3,
    lastError: "it broke",
    everyMs: 1_000,
  });
});

test("a wish for a round is audited and taken once; support may not have it", async () => {
  const deps = walletDeps(wallet.db);
  const admin = actorOf(await newUser(wallet.db), "ADMIN");
  const support = actorOf(await newUser(wallet.db), "SUPPORT");
  expect(await requestJobRun(deps, support, "sweep")).toMatchObject({ ok: false, reason: "forbidden" });
  expect(await requestJobRun(deps, admin, "no-such-job")).toMatchObject({ ok: false, reason: "not_found" });
  expect(await requestJobRun(deps, admin, "sweep")).toMatchObject({ ok: true });
  const taken = await Promise.all([takeRequestedRuns(deps, ["sweep"]), takeRequestedRuns(deps, ["sweep"])]);
  expect(taken.flat()).toEqual(["sweep"]);
  expect(
    await wallet.db.auditEvent.count({ where: { action: "job.run_requested", targetId: "sweep" } }),
  ).toBe(1);
});

test("a stuck event is tried again or given up, with what it was in the audit log", async () => {
  const deps = walletDeps(wallet.db);
  const admin = actorOf(await newUser(wallet.db), "ADMIN");
  const support = actorOf(await newUser(wallet.db), "SUPPORT");
  await wallet.db.outboxEvent.updateMany({ data: { dispatchedAt: new Date() } });
  const { id } = await wallet.db.outboxEvent.create({
    data: {
      kind: "order.expired",
      payload: {},
      attempts: 9,
      lastError: "no route",
      nextAttemptAt: new Date(Date.now() + 600_000),
    },
  });
  const seen = await readOperations(deps, support);
  expect(seen).toMatchObject({
    ok: true,
    outbox: { waiting: 1, failing: [{ id: id.toString(), attempts: 9 }] },
  });
  const input = { id: id.toString(), step: "retry" as const };
  expect(await settleEvent(deps, support, input)).toMatchObject({ ok: false, reason: "forbidden" });
  expect(await settleEvent(deps, admin, input)).toMatchObject({ ok: true });
  const again = await wallet.db.outboxEvent.findUniqueOrThrow({ where: { id } });
  expect(again.nextAttemptAt.getTime()).toBeLessThanOrEqual(Date.now());
  expect(await settleEvent(deps, admin, { ...input, step: "discard" })).toMatchObject({ ok: true });
  expect(await settleEvent(deps, admin, { ...input, step: "discard" })).toMatchObject({
    reason: "not_found",
  });
  expect(await readOperations(deps, systemActor("test"))).toMatchObject({
    outbox: { waiting: 0, failing: [] },
  });
  const audit = await wallet.db.auditEvent.findFirstOrThrow({ where: { action: "event.discarded" } });
  expect(audit.before).toMatchObject({ kind: "order.expired", attempts: 9, error: "no route" });
  expect(audit.after).toEqual({ state: "discarded" });
});
