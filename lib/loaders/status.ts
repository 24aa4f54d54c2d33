import "server-only";
import { getDeps } from "@/lib/deps";
import { readDelivery } from "@/lib/domain/numbers/queries/delivery";
import { listJobRuns, readOutbox } from "@/lib/domain/operations/queries";
import { listSourceHealth } from "@/lib/domain/supply/queries/public-health";

const STATUS_KEPT_MS = 5_000;
/** News this old means that nobody is told in time. */
const LATE_NEWS_SECONDS = 30;

async function readStatus() {
  const deps = getDeps();
  const [jobs, outbox, sources, delivery] = await Promise.all([
    listJobRuns(deps),
    readOutbox(deps),
    listSourceHealth(deps),
    readDelivery(deps),
  ]);
  return {
    isDatabaseUp: true as const,
    readAt: deps.clock.securityNow().toISOString(),
    lateJobs: jobs.filter((job) => job.lateSeconds !== null).length,
    newsWaitSeconds: outbox.oldestSeconds,
    isNewsLate: outbox.oldestSeconds > LATE_NEWS_SECONDS,
    sources,
    delivery,
  };
}

/** The real health of the shop in public words; without its database it can only say that. */
export async function loadStatus() {
  const deps = getDeps();
  return deps.kept.read("site.status", STATUS_KEPT_MS, readStatus).catch((error: unknown) => {
    deps.log.warn({ err: error }, "the status page could not read the database");
    return { isDatabaseUp: false as const, readAt: deps.clock.securityNow().toISOString() };
  });
}
