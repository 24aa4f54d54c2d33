import type { Unavailable } from "@/lib/domain/supply/ports";

/** The supplier's answer, or "unavailable" when it takes longer than this or the adapter throws. The call itself goes on. */
export async function answerWithin<T extends { kind: string }>(
  call: Promise<T>,
  ms: number,
): Promise<T | Unavailable> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<Unavailable>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "unavailable", error: `no answer in ${ms} ms` }), ms);
  });
  const answer = call.catch((error: unknown): Unavailable => {
    return { kind: "unavailable", error: error instanceof Error ? error.message : "the adapter failed" };
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
