import { useTranslations } from "next-intl";
import { MOST_ADDED } from "@/lib/domain/vpn/schema";
import type { StaffSubscriptionDetail } from "@/lib/domain/vpn/staff-types";
import { EffectDialog, type EffectDialogProps } from "./effect-dialog";

interface SubscriptionDecisionsProps {
  subscription: StaffSubscriptionDetail;
  /** Where it can be moved to. */
  places: readonly { id: string; name: string; status: string }[];
}

type Dialog = Omit<EffectDialogProps, "hidden" | "working" | "asksReason"> & {
  hidden?: Record<string, string>;
};

/** What an administrator decides about somebody's subscription; each dialog says first what it does. */
export function SubscriptionDecisions({ subscription, places }: SubscriptionDecisionsProps) {
  const t = useTranslations("vpnDesk.people");
  const effects = useTranslations("vpnDesk.effects");
  const { id, number, status, isExhausted, trafficBytes, configs } = subscription;
  const seated = new Map(configs.filter(({ isActive }) => isActive).map(({ server }) => [server.id, server]));
  const choices = (things: readonly { id: string; name: string }[]) =>
    things.map((thing) => ({ value: thing.id, label: thing.name }));
  const free = places.filter((place) => !seated.has(place.id) && place.status === "ONLINE");
  const title = { number };
  const error = (field: keyof typeof MOST_ADDED) => t("numberError", { max: MOST_ADDED[field] });
  const dialogs: Dialog[] = [];
  if (status !== "CANCELED")
    dialogs.push({
      decision: "extend",
      hidden: { trafficGb: "0" },
      label: t("extend"),
      title: t("extendTitle", title),
      fields: [{ kind: "number", name: "days", label: t("days"), value: "30", error: error("days") }],
    });
  if (status === "ACTIVE" && trafficBytes !== null)
    dialogs.push({
      decision: "extend",
      hidden: { days: "0" },
      label: t("addTraffic"),
      title: t("addTrafficTitle", title),
      fields: [
        { kind: "number", name: "trafficGb", label: t("trafficGb"), value: "10", error: error("trafficGb") },
      ],
    });
  if (status === "ACTIVE" && !isExhausted && seated.size > 0 && free.length > 0)
    dialogs.push({
      decision: "move",
      label: t("move"),
      title: t("moveTitle", title),
      fields: [
        {
          kind: "select",
          name: "fromServerId",
          label: t("from"),
          options: choices([...seated.values()]),
        },
        { kind: "select", name: "toServerId", label: t("to"), options: choices(free) },
      ],
    });
  if (status === "ACTIVE")
    dialogs.push({ decision: "suspend", label: t("suspend"), title: t("suspendTitle", title) });
  if (status === "SUSPENDED")
    dialogs.push({ decision: "resume", label: t("resume"), title: t("resumeTitle", title) });
  if (status !== "CANCELED")
    dialogs.push({ decision: "revoke", label: t("revoke"), title: t("revokeTitle", title), danger: true });
  if (dialogs.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {dialogs.map((dialog) => (
        <EffectDialog
          key={dialog.label}
          {...dialog}
          hidden={{ subscriptionId: id, ...dialog.hidden }}
          working={effects("working")}
          asksReason
        />
      ))}
    </div>
  );
}
