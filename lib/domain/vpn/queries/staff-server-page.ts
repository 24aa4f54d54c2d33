import { type Page, pageWindow, toPage } from "@/lib/domain/kernel/page";
import type { StaffServerView } from "../staff-types";

interface AskedServers {
  page: number;
  pageSize: number;
  sort: string;
  direction: "asc" | "desc";
  search: string;
  filters: Record<string, string>;
}

const SORTS: Record<string, (server: StaffServerView) => string | number> = {
  name: (server) => server.name,
  location: (server) => `${server.countryCode} ${server.location}`,
  status: (server) => server.status,
  load: (server) => server.loadPercent,
  users: (server) => server.currentUsers,
  panel: (server) => server.panel.name,
};

const collator = new Intl.Collator("en", { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}

/** The servers that a list asks for, in its order: by name, domain, place or panel, and by state. */
export function matchingServers(
  servers: readonly StaffServerView[],
  { sort, direction, search, filters }: Omit<AskedServers, "page" | "pageSize">,
): StaffServerView[] {
  const words = search.toLowerCase();
  const sortKey = SORTS[sort] ?? (({ name }) => name);
  const found = servers
    .filter(({ status }) => !filters.status || status === filters.status)
    .filter(({ name, domain, location, countryCode, panel }) =>
      [name, domain, location, countryCode, panel.name].some((text) => text.toLowerCase().includes(words)),
    );
  const turn = direction === "desc" ? -1 : 1;
  return found.toSorted((a, b) => turn * compare(sortKey(a), sortKey(b)));
}

/** One page of them. */
export function serverPage(servers: readonly StaffServerView[], asked: AskedServers): Page<StaffServerView> {
  const found = matchingServers(servers, asked);
  const { offset, pageSize } = pageWindow(found.length, asked);
  return toPage(found.slice(offset, offset + pageSize), found.length, asked);
}
