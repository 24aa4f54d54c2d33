import "server-only";
import { getDeps } from "@/lib/deps";
import { listAttention } from "@/lib/domain/overview/queries/attention";
import { readOverview } from "@/lib/domain/overview/queries/sums";
import { readOverviewRange } from "@/lib/domain/overview/range";
import { requireStaff } from "./session";

type Asked = Record<string, string | string[] | undefined>;

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** The desk's first page, out of roll-ups: what came in, what is held, how activations ended, what needs a look. */
export async function loadOverview(asked: Asked) {
  const { actor } = await requireStaff("SUPPORT");
  const deps = getDeps();
  const now = deps.clock.now();
  const range = readOverviewRange({ range: one(asked.range), from: one(asked.from), to: one(asked.to) }, now);
  const [read, attention] = await Promise.all([readOverview(deps, actor, range), listAttention(deps, actor)]);
  if (!read.ok) throw new Error(read.reason);
  return {
    overview: read.overview,
    attention,
    now: now.toISOString(),
    mayMoveClock: deps.mode === "demo" && actor.role === "ADMIN",
  };
}
