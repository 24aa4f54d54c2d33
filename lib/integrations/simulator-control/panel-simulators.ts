import { z } from "zod";
import type { PanelSimulators, Steered } from "@/lib/domain/operations/ports";
import { PANEL_SIMULATORS } from "@/lib/domain/operations/schema";
import type { PanelSnapshot } from "@/lib/domain/operations/types";
import type { Env } from "@/lib/env";

const TIMEOUT_MS = 3_000;

const bytes = z.number().min(0);
const wholeText = (amount: number) => BigInt(Math.round(amount)).toString();

const state = z.object({
  panels: z.array(
    z.object({
      slug: z.enum(PANEL_SIMULATORS),
      title: z.string(),
      version: z.string(),
      versions: z.array(z.string()),
      behaviour: z.string(),
      pendingBehaviours: z.number().int(),
      basePath: z.string(),
      credentials: z.record(z.string(), z.string()),
      tags: z.array(z.string()),
      total: z.number().int(),
      accounts: z.array(
        z.object({
          username: z.string(),
          isActive: z.boolean(),
          usedBytes: bytes,
          limitBytes: bytes.nullable(),
          expiresAt: z.number().nullable(),
        }),
      ),
    }),
  ),
});
const refusal = z.object({ error: z.unknown() });

/** Milliseconds of a panel in ISO; what no calendar holds is as good as never. */
function momentOf(ms: number | null): string | null {
  if (ms === null) return null;
  const at = new Date(ms);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

function snapshotOf(raw: unknown, simulatorUrl: string): PanelSnapshot[] | null {
  const parsed = state.safeParse(raw);
  if (!parsed.success) return null;
  return parsed.data.panels.map(({ accounts, basePath, ...panel }) => ({
    ...panel,
    url: new URL(`/panels/${panel.slug}${basePath}`, simulatorUrl).href,
    accounts: accounts.map(({ usedBytes, limitBytes, expiresAt, ...account }) => ({
      ...account,
      usedBytes: wholeText(usedBytes),
      limitBytes: limitBytes === null ? null : wholeText(limitBytes),
      expiresAt: momentOf(expiresAt),
    })),
  }));
}

/** Shows and steers the simulated VPN panels of the demo; without the simulators' secret (in production) there are none. */
export function createPanelSimulators(env: Pick<Env, "simulatorUrl" | "simulatorSecret">): PanelSimulators {
  const call = (path: string, body?: object) =>
    fetch(new URL(`/__control/panels/${path}`, env.simulatorUrl), {
      method: body ? "POST" : "GET",
      headers: {
        authorization: `Bearer ${env.simulatorSecret ?? ""}`,
        "content-type": "application/json",
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      cache: "no-store",
    });

  return {
    isPlayed: env.simulatorSecret !== null,
    async read() {
      if (env.simulatorSecret === null) return null;
      return call("state").then(
        async (answer) => snapshotOf(await answer.json().catch(() => null), env.simulatorUrl),
        () => null,
      );
    },
    async steer(panel, verb, body): Promise<Steered> {
      if (env.simulatorSecret === null) return { ok: false, error: null };
      try {
        const answer = await call(`${panel}/${verb}`, body);
        if (answer.ok) {
          await answer.body?.cancel();
          return { ok: true };
        }
        const parsed = refusal.safeParse(await answer.json());
        const why = parsed.success ? parsed.data.error : null;
        return { ok: false, error: typeof why === "string" ? why : `answer ${answer.status}` };
      } catch {
        return { ok: false, error: null };
      }
    },
  };
}
