import {
  Gauge,
  History,
  LayoutDashboard,
  MonitorCog,
  Receipt,
  Settings,
  Signal,
  Users,
  Wallet,
} from "lucide-react";
import { routes } from "@/lib/routes";

/** What the side bar shows, and the bottom bar, whose last place is "more". `key` is its word in the namespace "layout". */
export const PORTAL_ITEMS = [
  { key: "dashboard", href: routes.dashboard(), icon: LayoutDashboard, inBottomBar: true },
  { key: "numbers", href: routes.numbers(), icon: Signal, inBottomBar: true },
  { key: "history", href: routes.history(), icon: History, inBottomBar: false },
  { key: "wallet", href: routes.wallet(), icon: Wallet, inBottomBar: true },
  { key: "settings", href: routes.settings(), icon: Settings, inBottomBar: false },
] as const;

export const PORTAL_HREFS = PORTAL_ITEMS.map((item) => item.href);

export const ADMIN_ITEMS = [
  { key: "overview", href: routes.admin(), icon: Gauge },
  { key: "users", href: routes.adminUsers(), icon: Users },
  { key: "orders", href: routes.adminOrders(), icon: Receipt },
  { key: "simulators", href: routes.adminSimulators(), icon: MonitorCog, demoOnly: true },
] as const;

export const ADMIN_HREFS = ADMIN_ITEMS.map((item) => item.href);
