import { useEffect } from "react";
import { seeOrdersAction } from "@/lib/actions/numbers";
import { useLive } from "./live-provider";

/** The bell tells what happened while one looked elsewhere: what is shown here, on a page in front, counts as read. */
export function useSeenOrders(orderIds: readonly string[]): void {
  const { state } = useLive();
  const { unread } = state;
  const shown = orderIds.join(" ");
  useEffect(() => {
    if (unread === 0 || shown === "") return;
    const see = () => {
      if (document.visibilityState !== "visible") return;
      // Not reached: the bell keeps its number.
      seeOrdersAction({ orderIds: shown.split(" ") }).catch(() => undefined);
    };
    see();
    document.addEventListener("visibilitychange", see);
    return () => document.removeEventListener("visibilitychange", see);
  }, [unread, shown]);
}
