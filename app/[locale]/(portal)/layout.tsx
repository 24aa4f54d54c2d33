import type { ReactNode } from "react";
import { UserMenu } from "@/components/identity/user-menu";
import { BrowserSentences } from "@/components/layout/browser-sentences";
import { PicturesProvider } from "@/components/layout/pictures";
import { PortalShell } from "@/components/layout/portal-shell";
import { NotificationBell } from "@/components/notifications/notification-bell";
import { ArrivalEffects } from "@/components/numbers/arrival-effects";
import { LiveProvider } from "@/components/numbers/live-provider";
import { Palette } from "@/components/palette/palette";
import { BalancePill } from "@/components/wallet/balance-pill";
import { DisplayRateProvider } from "@/components/wallet/display-rate";
import { loadDisplayRate } from "@/lib/loaders/display-rate";
import { isDemoMode } from "@/lib/loaders/identity";
import { loadLive } from "@/lib/loaders/numbers";
import { loadPictures } from "@/lib/loaders/pictures";
import { loadPreferences } from "@/lib/loaders/preferences";
import { requireCustomer } from "@/lib/loaders/session";

/** Signed-in pages: every page proves the session again; this only frames them and keeps them live. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [{ actor, user }, live, preferences, pictures, { rate }] = await Promise.all([
    requireCustomer(),
    loadLive(),
    loadPreferences(),
    loadPictures(),
    loadDisplayRate(),
  ]);
  return (
    <BrowserSentences area="portal">
      <LiveProvider initial={live}>
        <ArrivalEffects
          isSoundOn={preferences.isSoundOn}
          isTitleOn={preferences.isTitleOn}
          isAutoCopyOn={preferences.isAutoCopyOn}
        />
        <PortalShell
          balance={<BalancePill />}
          bell={<NotificationBell />}
          palette={
            <Palette
              isStaff={actor.role !== "CUSTOMER"}
              isDemo={isDemoMode()}
              areShortcutsOn={preferences.areShortcutsOn}
            />
          }
          userMenu={<UserMenu name={user.displayName ?? user.username} role={actor.role} />}
          isStaff={actor.role !== "CUSTOMER"}
        >
          <PicturesProvider value={pictures}>
            <DisplayRateProvider rate={rate}>{children}</DisplayRateProvider>
          </PicturesProvider>
        </PortalShell>
      </LiveProvider>
    </BrowserSentences>
  );
}
