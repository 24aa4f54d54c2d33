import { openDatabase } from "@/lib/db/client";
import { createNotifications } from "@/lib/db/notifications";

/** The product's database as the simulators see it: which numbers are rented, and what time it is there. */
export function openProductDatabase(url: string) {
  const db = openDatabase({ url, poolSize: 2 });
  const notifications = createNotifications(url, () => undefined);
  return {
    db,
    notifications,
    async close(): Promise<void> {
      await notifications.close();
      await db.$disconnect();
    },
  };
}

export type ProductDatabase = ReturnType<typeof openProductDatabase>;
