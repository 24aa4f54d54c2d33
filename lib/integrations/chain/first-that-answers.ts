import type { ChainWatcher } from "@/lib/domain/crypto-payments/ports";
import type { ChainAnswer } from "@/lib/domain/crypto-payments/types";

/** Several sources of one network as one: the next is asked where the one before cannot answer. */
export function firstThatAnswers(first: ChainWatcher, ...others: ChainWatcher[]): ChainWatcher {
  return {
    network: first.network,
    async look(input): Promise<ChainAnswer> {
      const refusals: Extract<ChainAnswer, { kind: "unavailable" }>[] = [];
      for (const watcher of [first, ...others]) {
        const answer = await watcher.look(input);
        if (answer.kind === "ok") return answer;
        refusals.push(answer);
      }
      const times = refusals.flatMap(({ retryAt }) => (retryAt ? [retryAt.getTime()] : []));
      return {
        kind: "unavailable",
        error: refusals.map(({ error }) => error).join("; "),
        retryAt: times.length === refusals.length ? new Date(Math.min(...times)) : null,
      };
    },
  };
}
