import type { TestInfo } from "playwright/test";
import { type ListedPage, listPages, type Visitor } from "./page-list";
import { PAGE_STATES, type PageStates } from "./page-states";

/** One page of each kind of frame, list, board and thing: what every run of the tests looks at. */
export const SAMPLE: readonly string[] = [
  "/pricing",
  "/numbers",
  "/numbers/history",
  "/wallet",
  "/admin",
  "/admin/orders",
  "/admin/users/[id]",
];

/** The pages whose states this run looks at: the sample where its project says so, else all of them. */
export function statePages({ project }: TestInfo, visitor: Visitor): (ListedPage & { states: PageStates })[] {
  const isLookedAt = (template: string) => !project.metadata.sample || SAMPLE.includes(template);
  return listPages()
    .filter((one) => one.visitor === visitor && isLookedAt(one.template))
    .map((one) => ({ ...one, states: PAGE_STATES[one.template] ?? { bare: "not in the table" } }));
}
