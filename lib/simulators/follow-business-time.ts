import { readClockOffset } from "@/lib/domain/kernel/business-time";
import type { ProductDatabase } from "./sim-bank/product-database";

/**
 * The simulated suppliers live in the product's time, or their windows would never end with ours. They read it by
 * themselves, for they may have been started again long after anybody moved the clock.
 */
export async function followBusinessTime(
  { db, notifications }: Pick<ProductDatabase, "db" | "notifications">,
  setOffsetSeconds: (seconds: number) => void,
  log: (line: string) => void,
): Promise<void> {
  const read = () =>
    readClockOffset({ db }).then(setOffsetSeconds, (error: unknown) =>
      log(`the business clock could not be read: ${String(error)}`),
    );
  notifications.on("patchbay_clock", (seconds) => setOffsetSeconds(Number(seconds)));
  notifications.onResync(() => void read());
  await notifications.ready();
  await read();
}
