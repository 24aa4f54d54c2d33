import type { Context } from "hono";
import type { Deps } from "@/lib/deps";
import type { importNumbers } from "@/lib/domain/supply/commands/import-numbers";
import type { ApiEnv } from "../../context";
import { problem } from "../../problem";

type Answer = Awaited<ReturnType<typeof importNumbers>>;

/** How far an import is, as lines of JSON tell it; the last line is the report, or that it failed. */
type Line = { stored: number; of: number } | { report: object } | { failed: true };

/**
 * Runs an import and tells how far it is while it runs. What is refused before anything was stored is answered as any other
 * refusal; afterwards the status is sent, and only the last line can say that it failed.
 */
export async function answerImport(
  deps: Pick<Deps, "log">,
  c: Context<ApiEnv>,
  run: (onStored: (stored: number, of: number) => void) => Promise<Answer>,
): Promise<Response> {
  const told: Line[] = [];
  let wake = () => {};
  const tell = (line: Line) => {
    told.push(line);
    wake();
  };
  const heard = () => new Promise<void>((resolve) => (wake = resolve));
  const first = heard();
  const done = run((stored, of) => tell({ stored, of }));
  await Promise.race([first, done]);
  if (told.length === 0) {
    const answer = await done;
    if (!answer.ok) return problem(c, answer.reason, answer.details);
  }
  done.then(
    (answer) => tell(answer.ok ? { report: answer.report } : { failed: true }),
    (error: unknown) => {
      deps.log.error(
        { err: error, requestId: c.get("requestId") },
        "an import of numbers failed while it ran",
      );
      tell({ failed: true });
    },
  );
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (told.length === 0) await heard();
      for (const line of told.splice(0)) {
        controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        if (!("stored" in line)) return controller.close();
      }
    },
  });
  c.header("content-type", "application/x-ndjson; charset=utf-8");
  return c.body(body);
}
