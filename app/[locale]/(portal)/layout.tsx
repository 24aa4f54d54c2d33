import type { ReactNode } from "react";
import { UserMenu } from "@/components/identity/user-menu";
import { PortalShell } from "@/components/layout/portal-shell";
import { LiveProvider } from "@/components/numbers/live-provider";
import { BalancePill } from "@/components/wallet/balance-pill";
import { loadLive } from "@/lib/loaders/numbers";
import { requireCustomer } from "@/lib/loaders/session";

/** Signed-in pages: every page proves the session again; this only frames them and keeps them live. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [{ actor, user }, live] = await Promise.all([requireCustomer(), loadLive()]);
  return (
    <LiveProvider initial={live}>
      <PortalShell
        balance={<BalancePill />}
        userMenu={<UserMenu name={user.displayName ?? user.username} role={actor.role} />}
        isStaff={actor.role !== "CUSTOMER"}
      >
        {children}
      </PortalShell>
    </LiveProvider>
  );
}
