import type { ReactNode } from "react";
import { StaffSandboxNote } from "@/components/billing/staff-sandbox-note";
import { UserMenu } from "@/components/identity/user-menu";
import { AdminShell } from "@/components/layout/admin-shell";
import { BrowserSentences } from "@/components/layout/browser-sentences";
import { PicturesProvider } from "@/components/layout/pictures";
import { ReadsOnlyNote } from "@/components/layout/reads-only-note";
import { NotificationBell } from "@/components/notifications/notification-bell";
import { LiveProvider } from "@/components/numbers/live-provider";
import { Palette } from "@/components/palette/palette";
import { getDeps } from "@/lib/deps";
import { loadStaffLive } from "@/lib/loaders/numbers";
import { loadPictures } from "@/lib/loaders/pictures";
import { loadPreferences } from "@/lib/loaders/preferences";
import { paymentSandbox } from "@/lib/loaders/sandbox";
import { requireStaff } from "@/lib/loaders/session";

/** The back office's frame. Each page proves again that its reader is staff. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { actor, user } = await requireStaff("SUPPORT");
  const [preferences, live, pictures] = await Promise.all([
    loadPreferences(),
    loadStaffLive(),
    loadPictures(),
  ]);
  const sandbox = paymentSandbox();
  return (
    <BrowserSentences area="admin">
      <AdminShell
        isDemo={getDeps().mode === "demo"}
        palette={
          <Palette isStaff isDemo={getDeps().mode === "demo"} areShortcutsOn={preferences.areShortcutsOn} />
        }
        bell={
          <LiveProvider initial={live}>
            <NotificationBell />
          </LiveProvider>
        }
        userMenu={<UserMenu name={user.displayName ?? user.username} role={actor.role} />}
      >
        {actor.role === "SUPPORT" && <ReadsOnlyNote />}
        {sandbox !== "none" && <StaffSandboxNote sandbox={sandbox} />}
        <PicturesProvider value={pictures}>{children}</PicturesProvider>
      </AdminShell>
    </BrowserSentences>
  );
}
