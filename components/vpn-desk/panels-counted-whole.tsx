import { useFormatter, useTranslations } from "next-intl";
import { isolate } from "@/components/identity/isolate";
import type { StaffSharedPanel } from "@/lib/domain/vpn/staff-types";

/** Whose traffic cannot be told apart by server, and where it stands. */
export function PanelsCountedWhole({ panels }: { panels: readonly StaffSharedPanel[] }) {
  const t = useTranslations("vpnDesk.usage");
  const format = useFormatter();
  if (panels.length === 0) return null;
  return (
    <div className="flex flex-col gap-1 text-ink-2 text-sm" role="note">
      {panels.map(({ name, first, others }) => (
        <p key={name}>
          {t("shared", {
            panel: isolate(name),
            first: isolate(first.name),
            others: format.list(others.map((server) => isolate(server.name))),
          })}
        </p>
      ))}
    </div>
  );
}
