"use client";

import { Menu } from "@base-ui/react/menu";
import { useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { signOutAction } from "@/lib/actions/identity";
import type { Role } from "@/lib/domain/kernel/actor";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const ITEM =
  "flex min-h-11 w-full items-center rounded-control px-3 text-start text-sm outline-none data-highlighted:bg-sunken md:min-h-9";

interface UserChoicesProps {
  name: string;
  role: Role;
  trigger: ReactElement;
}

/** Who is signed in, the way to their settings, and the way out: the menu, open. */
export default function UserChoices({ name, role, trigger }: UserChoicesProps) {
  const t = useTranslations("auth.menu");
  return (
    <Menu.Root defaultOpen>
      <Menu.Trigger render={trigger} />
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={6} className="z-50">
          <Menu.Popup className="flex min-w-52 flex-col rounded-panel border border-line bg-surface p-1.5 shadow-lg outline-none">
            <p className="px-3 py-2 text-sm">
              <span className="block font-medium">
                <bdi>{name}</bdi>
              </span>
              <span className="text-ink-2 text-xs">{t(`roles.${role}`)}</span>
            </p>
            <Menu.Item className={ITEM} render={<Link href={routes.settings()} />}>
              {t("settings")}
            </Menu.Item>
            <Menu.Item className={ITEM} render={<Link href={routes.security()} />}>
              {t("security")}
            </Menu.Item>
            <Menu.Item className={ITEM} onClick={() => void signOutAction()}>
              {t("signOut")}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
