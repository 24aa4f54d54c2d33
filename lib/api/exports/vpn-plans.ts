import { matchingPlans } from "@/lib/domain/vpn/queries/staff-plan-page";
import { listStaffPlans } from "@/lib/domain/vpn/queries/staff-plans";
import { VPN_PLANS } from "@/lib/table/definitions/vpn-plans";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

export const vpnPlansExport: TableExport = {
  name: VPN_PLANS.name,
  least: "SUPPORT",
  columns: [
    "id",
    "version",
    "tier",
    "name",
    "name_fa",
    "name_pt",
    "price_usd",
    "price_toman",
    "days",
    "traffic_bytes",
    "devices",
    "protocols",
    "countries",
    "is_trial",
    "is_on_shelf",
    "subscriptions",
    "subscriptions_on_older_versions",
    "created_at_utc",
  ],
  async *rows(deps, actor, asked) {
    const plans = matchingPlans(await listStaffPlans(deps, actor), readTableState(VPN_PLANS, asked));
    for (const plan of plans) {
      yield [
        plan.id,
        plan.revision,
        plan.tier,
        plan.name,
        plan.nameFa,
        plan.namePt,
        plan.priceUsd,
        plan.priceToman,
        plan.durationDays,
        plan.trafficBytes,
        plan.maxDevices,
        plan.protocols.join(" "),
        plan.countryCodes.join(" "),
        plan.isTrial,
        plan.isActive,
        plan.live,
        plan.liveOnOlder,
        plan.createdAt,
      ];
    }
  },
};
