"use client";

import { BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { useLive } from "./live-provider";
import { isLive } from "./live-state";

const STORE = "patchbay.notify";
const CHANGED = "patchbay:notify-changed";

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}

/** Whether there is something to ask: the browser can tell, nobody has decided yet, and the person did not wave it away. */
function isOpen(): boolean {
  if (!("Notification" in window) || Notification.permission !== "default") return false;
  try {
    return localStorage.getItem(STORE) === null;
  } catch {
    // Storage may be forbidden: then nothing can be remembered, and nothing is asked.
    return false;
  }
}

function remember(answer: string): void {
  localStorage.setItem(STORE, answer);
  window.dispatchEvent(new Event(CHANGED));
}

/** After a first rent: a quiet offer to tell of codes while the tab is hidden. The browser asks only when this is pressed. */
export function RentNotify() {
  const t = useTranslations("numbers.notify");
  const { state } = useLive();
  const isAsking = useSyncExternalStore(subscribe, isOpen, () => false);
  if (!isAsking || !state.orders.some(isLive)) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-1" data-testid="notify">
      <legend className="sr-only">{t("title")}</legend>
      <Button
        variant="ghost"
        className="max-md:px-2"
        onClick={async () => {
          // Closing the browser's question leaves it open: that is an answer too.
          remember(await Notification.requestPermission());
        }}
      >
        <BellRing aria-hidden="true" className="size-4" />
        {t("allow")}
      </Button>
      <Button variant="ghost" className="max-md:px-2" onClick={() => remember("dismissed")}>
        {t("dismiss")}
      </Button>
    </fieldset>
  );
}
