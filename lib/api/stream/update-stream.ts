import type { Deps } from "@/lib/deps";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import { toDecimal } from "@/lib/domain/kernel/money";
import { countUnread } from "@/lib/domain/notifications/queries/notifications";
import { getOrder } from "@/lib/domain/numbers/queries";
import { getBalance } from "@/lib/domain/wallet/queries";
import type { Notice } from "@/lib/stream/streams";

/** A message and no comment: the page must see it, to know that the line lives. */
const HEARTBEAT_MS = 15_000;
/** How long the browser waits before it opens a lost stream again. */
const RETRY_MS = 1_000;
/** A reader that does not read gets this many waiting chunks, then it must come again. */
const MAX_WAITING = 256;

type Message = { type: string; [key: string]: unknown };

/** What one notice means for the page: the order as it is now, and the wallet. */
async function describe(deps: Deps, scope: CustomerScope, notice: Notice): Promise<Message> {
  const order =
    notice.kind.startsWith("order.") && notice.subjectId
      ? await getOrder(deps, scope, { id: notice.subjectId })
      : null;
  const [balance, unread] = await Promise.all([
    getBalance(deps, scope),
    notice.kind.startsWith("notification.") ? countUnread(deps, scope) : undefined,
  ]);
  return {
    unread,
    type: notice.kind,
    now: deps.clock.now().toISOString(),
    order,
    balance: {
      available: toDecimal(balance.availableMicros),
      held: toDecimal(balance.heldMicros),
      currency: balance.currency,
    },
  };
}

/**
 * One open stream. Notices are answered one after the other, so that a state never overtakes a newer one; several
 * waiting notices about the same order are answered once.
 */
export function openUpdateStream(
  deps: Deps,
  scope: CustomerScope,
  sessionId: string | null,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const waiting: Notice[] = [];
  let busy = false;
  let close = () => {};

  return new ReadableStream<Uint8Array>({
    start(controller) {
      let open = true;
      const heartbeat = setInterval(() => send({ type: "keep" }), HEARTBEAT_MS);
      const leave = deps.streams.open({
        userId: scope.userId,
        sessionId,
        onNotice(notice) {
          const same = waiting.findIndex(
            (other) => other.kind === notice.kind && other.subjectId === notice.subjectId,
          );
          if (same >= 0) waiting.splice(same, 1);
          waiting.push(notice);
          void drain();
        },
        onPricesChanged: () => send({ type: "prices" }),
        onResync: () => send({ type: "resync" }),
        onSignedOut: () => leaveWith("signed-out"),
        onEnd: () => leaveWith("end"),
      });

      close = () => {
        if (!open) return;
        open = false;
        clearInterval(heartbeat);
        leave();
        try {
          controller.close();
        } catch {
          // The reader had gone already.
        }
      };

      function write(text: string): void {
        if (!open) return;
        if ((controller.desiredSize ?? 0) < -MAX_WAITING) return close();
        controller.enqueue(encoder.encode(text));
      }

      function leaveWith(type: string): void {
        send({ type });
        close();
      }

      function send(message: Message): void {
        write(`data: ${JSON.stringify(message)}\n\n`);
      }

      async function drain(): Promise<void> {
        if (busy) return;
        busy = true;
        try {
          for (let next = waiting.shift(); next && open; next = waiting.shift()) {
            send(await describe(deps, scope, next));
          }
        } catch (error) {
          deps.log.warn({ err: error }, "a stream could not read what it should tell");
          send({ type: "resync" });
        } finally {
          busy = false;
        }
      }

      write(`retry: ${RETRY_MS}\n\n`);
      send({ type: "hello", now: deps.clock.now().toISOString() });
    },
    cancel: () => close(),
  });
}
