import {
  Activity,
  ArrowLeftRight,
  BanknoteArrowUp,
  BookOpenText,
  Cable,
  ChartColumn,
  CodeXml,
  Gauge,
  Globe,
  HandCoins,
  History,
  KeyRound,
  Landmark,
  LayoutDashboard,
  LayoutGrid,
  MonitorCog,
  Package,
  Phone,
  Receipt,
  ReceiptText,
  Route,
  Scale,
  ScrollText,
  Server,
  Settings,
  Signal,
  SlidersHorizontal,
  Tags,
  Undo2,
  Users,
  Wallet,
  Waypoints,
  Webhook,
} from "lucide-react";
import { routes } from "@/lib/routes";

/** What the side bar shows, and the bottom bar, whose last place is "more". `key` is its word in the namespace "layout". */
export const PORTAL_ITEMS = [
  { key: "dashboard", href: routes.dashboard(), icon: LayoutDashboard, inBottomBar: true },
  { key: "numbers", href: routes.numbers(), icon: Signal, inBottomBar: true },
  { key: "history", href: routes.history(), icon: History, inBottomBar: false },
  { key: "vpn", href: routes.vpn(), icon: Route, inBottomBar: true },
  { key: "wallet", href: routes.wallet(), icon: Wallet, inBottomBar: true },
  { key: "developers", href: routes.projects(), icon: CodeXml, inBottomBar: false },
  { key: "settings", href: routes.settings(), icon: Settings, inBottomBar: false },
] as const;

/** Places with several pages side by side, by what all of them begin with. */
export const PORTAL_WITHIN: Partial<Record<(typeof PORTAL_ITEMS)[number]["key"], string>> = {
  developers: "/developers",
};

export const PORTAL_HREFS = PORTAL_ITEMS.map((item) => item.href);

/** The back office's places in groups; `key` is the word in the namespace "layout". */
export const ADMIN_GROUPS = [
  {
    key: "desk",
    items: [
      { key: "overview", href: routes.admin(), icon: Gauge },
      { key: "orders", href: routes.adminOrders(), icon: Receipt },
      { key: "users", href: routes.adminUsers(), icon: Users },
      { key: "keys", href: routes.adminKeys(), icon: KeyRound },
    ],
  },
  {
    key: "catalogue",
    items: [
      { key: "services", href: routes.adminServices(), icon: LayoutGrid },
      { key: "countries", href: routes.adminCountries(), icon: Globe },
      { key: "offers", href: routes.adminOffers(), icon: Tags },
    ],
  },
  {
    key: "supply",
    items: [
      { key: "numbers", href: routes.adminNumbers(), icon: Phone },
      { key: "providers", href: routes.adminProviders(), icon: Cable },
    ],
  },
  {
    key: "vpn",
    items: [
      { key: "vpnSubscriptions", href: routes.adminVpnSubscriptions(), icon: Waypoints },
      { key: "vpnPlans", href: routes.adminVpnPlans(), icon: Package },
      { key: "vpnServers", href: routes.adminVpnServers(), icon: Server },
      { key: "vpnUsage", href: routes.adminVpnUsage(), icon: ChartColumn },
    ],
  },
  {
    key: "books",
    items: [
      { key: "transactions", href: routes.adminTransactions(), icon: ArrowLeftRight },
      { key: "invoices", href: routes.adminInvoices(), icon: ReceiptText },
      { key: "payments", href: routes.adminPayments(), icon: HandCoins },
      { key: "withdrawals", href: routes.adminWithdrawals(), icon: BanknoteArrowUp },
      { key: "refunds", href: routes.adminRefunds(), icon: Undo2 },
      { key: "money", href: routes.adminMoney(), icon: Landmark },
      { key: "reconciliation", href: routes.adminReconciliation(), icon: Scale },
      { key: "ledger", href: routes.adminLedger(), icon: BookOpenText },
      { key: "audit", href: routes.adminAudit(), icon: ScrollText },
    ],
  },
  {
    key: "system",
    items: [
      { key: "jobs", href: routes.adminJobs(), icon: Activity },
      { key: "webhooks", href: routes.adminWebhooks(), icon: Webhook },
      { key: "simulators", href: routes.adminSimulators(), icon: MonitorCog, demoOnly: true },
      { key: "settings", href: routes.adminSettings(), icon: SlidersHorizontal },
    ],
  },
] as const;

export const ADMIN_HREFS = ADMIN_GROUPS.flatMap((group) => group.items.map((item) => item.href));
