"use client";

import { CircleUserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import { OnDemand } from "@/components/ui/on-demand";
import type { Role } from "@/lib/domain/kernel/actor";

const load = () => import("./user-choices");
const UserChoices = lazy(load);

/** Who is signed in; what they can do opens from it. */
export function UserMenu({ name, role }: { name: string; role: Role }) {
  const t = useTranslations("auth.menu");
  const trigger = (
    <button
      type="button"
      aria-label={t("label", { name })}
      className="flex min-h-11 items-center gap-2 rounded-control px-2 text-sm hover:bg-sunken md:min-h-9"
    >
      <CircleUserRound aria-hidden="true" className="size-5" />
      <bdi className="hidden max-w-40 truncate sm:inline">{name}</bdi>
    </button>
  );
  return (
    <OnDemand trigger={trigger} popup="menu" load={load}>
      <UserChoices name={name} role={role} trigger={trigger} />
    </OnDemand>
  );
}
