import type { ReactNode } from "react";
import { UserMenu } from "@/components/identity/user-menu";
import { AdminShell } from "@/components/layout/admin-shell";
import { getDeps } from "@/lib/deps";
import { requireStaff } from "@/lib/loaders/session";

/** The back office's frame. Each page proves again that its reader is staff. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { actor, user } = await requireStaff("SUPPORT");
  return (
    <AdminShell
      isDemo={getDeps().mode === "demo"}
      userMenu={<UserMenu name={user.displayName ?? user.username} role={actor.role} />}
    >
      {children}
    </AdminShell>
  );
}
