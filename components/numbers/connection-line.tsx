"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useSamePage } from "@/components/layout/use-same-page";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { useLive } from "./live-provider";

/** Seconds since the state was last confirmed, ticking only while it matters. */
function useAge(confirmedAt: number, counting: boolean): number {
  const [age, setAge] = useState(0);
  useEffect(() => {
    if (!counting) return;
    const tick = () => setAge(Math.max(0, Math.round((Date.now() - confirmedAt) / 1_000)));
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [confirmedAt, counting]);
  return age;
}

/** Says it when the page is not live. */
export function ConnectionLine() {
  const t = useTranslations("numbers.active");
  const refusals = useTranslations("refusals");
  const layout = useTranslations("layout");
  // With what was chosen on it: that is still wanted after signing in.
  const path = useSamePage();
  const { connection, state } = useLive();
  const age = useAge(state.confirmedAt, connection === "offline");
  return (
    <p role="status" className="text-sm text-warn empty:hidden">
      {connection === "signed-out" && (
        <>
          {refusals("session_expired")}{" "}
          <Link href={routes.signIn({ back: path })} className="underline">
            {layout("signIn")}
          </Link>
        </>
      )}
      {connection === "offline" && state.confirmedAt > 0 && t("offline", { seconds: age })}
      {connection === "polling" && state.confirmedAt > 0 && t("polling")}
    </p>
  );
}
