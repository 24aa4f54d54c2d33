import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import next from "next";
import { createEntrance } from "@/lib/api/entrance";
import { closeDeps, getDeps } from "@/lib/deps";
import { readClockOffset } from "@/lib/domain/kernel/business-time";
import { announceFrontDoor, parseRanges } from "@/lib/http/client-address";
import { openPackedFiles } from "@/lib/http/packed-files";
import { createSimulatorProxy } from "@/lib/http/simulator-proxy";
import { answerUnreadable } from "@/lib/http/unreadable-request";
import { JOBS } from "@/lib/jobs/registry";
import { startJobs } from "@/lib/jobs/runner";
import { stopWithParent } from "@/lib/stop-with-parent";

/** How long open requests may still take when the process is asked to stop. */
const STOP_GRACE_MS = 10_000;

const deps = getDeps();
const { env, log } = deps;
const dev = env.nodeEnv === "development";

async function prepareTime(): Promise<void> {
  const offset = await readClockOffset(deps);
  if (offset !== 0 && env.mode === "production") {
    throw new Error("business time was moved in this database; production only runs on real time");
  }
  const follow = (seconds: number) => {
    deps.clock.setOffsetSeconds(seconds);
    // The simulated suppliers live in the same time, or their windows would never end with ours.
    if (env.mode === "demo") void deps.simulators.send("clock", { offsetSeconds: seconds });
  };
  follow(offset);
  deps.notifications.on("patchbay_clock", (seconds) => follow(Number(seconds)));
  deps.notifications.onResync(() => {
    readClockOffset(deps).then(follow, (error: unknown) =>
      log.warn({ err: error }, "could not read the business clock"),
    );
  });
}

async function main(): Promise<void> {
  await prepareTime();
  await deps.notifications.ready();
  const jobs = env.role === "web" ? null : startJobs(deps, JOBS);
  // Not where it listens (an address there makes next-intl redirect without end), only what Next calls itself.
  const app = next({ dev, dir: process.cwd(), hostname: "localhost", port: env.port });
  const serveWeb = env.role !== "worker";
  if (serveWeb) {
    announceFrontDoor();
    await app.prepare();
  }

  const entrance = createEntrance(deps, {
    trustedProxies: parseRanges(env.trustedProxies),
    pages: serveWeb ? app.getRequestHandler() : null,
    isApiUnderPages: dev,
    files: dev ? undefined : openPackedFiles(join(process.cwd(), ".next", "static")),
    simulators:
      env.mode === "demo" ? createSimulatorProxy({ deps, target: new URL(env.simulatorUrl) }) : null,
  });
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    entrance(request, response);
  });
  server.on("clientError", answerUnreadable);
  server.keepAliveTimeout = 65_000;
  if (serveWeb) {
    const upgrade = app.getUpgradeHandler();
    server.on("upgrade", (request, socket, head) => {
      upgrade(request, socket, head).catch(() => socket.destroy());
    });
  }
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.port, env.host, resolve);
  });
  log.info({ port: env.port, mode: env.mode, role: env.role }, "listening");

  let stopping = false;
  async function stop(reason: string): Promise<void> {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, "stopping");
    setTimeout(() => process.exit(1), STOP_GRACE_MS + 5_000).unref();
    deps.lifecycle.stop();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS).unref();
    await jobs?.stop();
    await closed;
    await closeDeps(deps);
    process.exit(0);
  }
  process.on("SIGTERM", () => void stop("SIGTERM"));
  process.on("SIGINT", () => void stop("SIGINT"));
  stopWithParent(() => void stop("parent gone"));
}

process.on("unhandledRejection", (error) => log.error({ err: error }, "an unhandled rejection"));
process.on("uncaughtException", (error) => {
  log.error({ err: error }, "an uncaught exception; the process stops");
  process.exit(1);
});

main().catch((error: unknown) => {
  log.error({ err: error }, "could not start");
  process.exit(1);
});
