import { Bot, Laptop, Smartphone, Tablet } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SessionView } from "@/lib/domain/identity/types";

type Device = SessionView["device"];

const ICONS = { computer: Laptop, phone: Smartphone, tablet: Tablet, program: Bot, unknown: Laptop };

/** "Firefox, Linux", or that it is not known. */
export function useDeviceName(): (device: Device) => string {
  const t = useTranslations("settings.sessions");
  return ({ browser, system }) => [browser, system].filter(Boolean).join(", ") || t("unknown");
}

export function DeviceName({ device }: { device: Device }) {
  const nameOf = useDeviceName();
  const Icon = ICONS[device.kind];
  return (
    <span className="inline-flex items-center gap-2 align-middle">
      <Icon aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
      <bdi>{nameOf(device)}</bdi>
    </span>
  );
}
