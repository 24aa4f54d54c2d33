import type { ReactNode } from "react";
import { UserMenu } from "@/components/identity/user-menu";
import { AdminShell } from "@/components/layout/admin-shell";
import { Palette } from "@/components/palette/palette";
import { getDeps } from "@/lib/deps";
import { loadPreferences } from "@/lib/loaders/preferences";
import { requireStaff } from "@/lib/loaders/session";

/** The back office's frame. Each page proves again that its reader is staff. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { actor, user } = await requireStaff("SUPPORT");
  const preferences = await loadPreferences();
  return (
    <AdminShell
      isDemo={getDeps().mode === "demo"}
      palette={
        <Palette isStaff isDemo={getDeps().mode === "demo"} areShortcutsOn={preferences.areShortcutsOn} />
      }
      userMenu={<UserMenu name={user.displayName ?? user.username} role={actor.role} />}
    >
      {children}
    </AdminShell>
  );
}
