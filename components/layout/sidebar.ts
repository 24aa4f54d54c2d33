export const SIDEBAR_COOKIE = "sidebar";
export type SidebarWidth = "wide" | "narrow";

export function sidebarFrom(cookie: string | undefined): SidebarWidth {
  return cookie === "narrow" ? "narrow" : "wide";
}
