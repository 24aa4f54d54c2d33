import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright/test";

const ROOT = join(import.meta.dirname, "../..");
const PAGES = "app/[locale]";
/** Where the setup leaves the address of a prepared bulk change: no list shows it. */
export const PREVIEW_FILE = join(ROOT, "tests/.output/bulk-preview.txt");

/** Where the setup leaves the address of a shared subscription: it is a secret. */
export const SHARED_FILE = join(ROOT, "tests/.output/shared-subscription.txt");

/** Who is allowed to see a page, by where it lies. */
export type Visitor = "nobody" | "customer" | "admin";

export interface ListedPage {
  /** "/admin/users/[id]" */
  template: string;
  /** "app/[locale]/admin/users/[id]/page.tsx" */
  file: string;
  visitor: Visitor;
  /** Its address; a page of one thing is found as a person finds it, by a link. */
  address(page: Page): Promise<string>;
}

function visitorOf(file: string): Visitor {
  if (file.startsWith("admin/")) return "admin";
  if (file.startsWith("(portal)/")) return "customer";
  return "nobody";
}

const PATIENCE_MS = 20_000;

/** Where a first link led: found once by each worker, as what is listed stays. */
const FOUND = new Map<string, string>();

/** Where the links of an opened list lead, by its address without the language. */
const LINKS = new Map<string, string[]>();

const hrefsOf = (page: Page): Promise<string[]> =>
  page
    .locator("main a[href]")
    .evaluateAll((all) =>
      all.map((link) => link.getAttribute("href")?.replace(/^\/(fa|pt-BR)\//, "/") ?? ""),
    );

/** Keeps where the links of this page lead, so that nobody opens it again to find one. */
export async function noteLinks(address: string, page: Page): Promise<void> {
  LINKS.set(address, await hrefsOf(page));
}

/** Opens a list and takes the first link that leads to one of its things. */
function firstLink(list: string, pattern: RegExp) {
  return async (page: Page) => {
    const noted = LINKS.get(list)?.find((href) => pattern.test(href));
    const known = noted ?? FOUND.get(`${list} ${pattern}`);
    if (known) return known;
    await page.goto(list);
    const end = Date.now() + PATIENCE_MS;
    let found: string | undefined;
    // The list comes after its frame.
    while (!found) {
      const hrefs = await hrefsOf(page);
      found = hrefs.find((href) => pattern.test(href));
      if (!found && Date.now() > end)
        throw new Error(`${list} links to nothing like ${pattern}: ${hrefs.join(" ")}`);
      if (!found) await pause(50);
    }
    FOUND.set(`${list} ${pattern}`, found);
    return found;
  };
}

const ID = "[0-9a-f-]{36}";

/** How the address of one thing is found. */
const EXAMPLES: Record<string, ListedPage["address"]> = {
  "/numbers/[id]": firstLink("/numbers/history", new RegExp(`^/numbers/${ID}$`)),
  "/wallet/invoices/[id]": firstLink("/wallet/invoices", new RegExp(`^/wallet/invoices/${ID}$`)),
  "/wallet/withdrawals/[id]": firstLink("/wallet/withdrawals", new RegExp(`^/wallet/withdrawals/${ID}$`)),
  "/developers/projects/[id]": firstLink("/developers/projects", new RegExp(`^/developers/projects/${ID}$`)),
  "/developers/keys/[id]": firstLink("/developers/keys", new RegExp(`^/developers/keys/${ID}$`)),
  "/developers/webhooks/[id]": firstLink("/developers/webhooks", new RegExp(`^/developers/webhooks/${ID}$`)),
  "/admin/vpn/servers/panels/[id]": firstLink(
    "/admin/vpn/servers",
    new RegExp(`^/admin/vpn/servers/panels/${ID}$`),
  ),
  "/vpn/subscriptions/[id]": firstLink("/vpn/subscriptions", new RegExp(`^/vpn/subscriptions/${ID}$`)),
  "/s/[token]": async () => readFileSync(SHARED_FILE, "utf8"),
  "/dev/mailbox/[id]": firstLink("/dev/mailbox", /^\/dev\/mailbox\/.+/),
  "/legal/[text]": async () => "/legal/terms",
  ...Object.fromEntries(
    [
      "users",
      "orders",
      "transactions",
      "invoices",
      "withdrawals",
      "services",
      "countries",
      "offers",
      "numbers",
      "providers",
      "vpn/plans",
      "vpn/servers",
      "vpn/subscriptions",
    ].map((name) => [
      `/admin/${name}/[id]`,
      firstLink(`/admin/${name}`, new RegExp(`^/admin/${name}/${ID}$`)),
    ]),
  ),
  "/admin/offers/bulk/[id]": async () => readFileSync(PREVIEW_FILE, "utf8"),
  "/admin/ledger/accounts/[id]": firstLink("/admin/ledger", /^\/admin\/ledger\/accounts\/\d+$/),
  "/admin/ledger/transactions/[id]": async (page) => {
    const account = firstLink("/admin/ledger?search=customer", /^\/admin\/ledger\/accounts\/\d+$/);
    return firstLink(await account(page), /^\/admin\/ledger\/transactions\/\d+$/)(page);
  },
};

function files(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((path) =>
    path.split(sep).join("/"),
  );
}

/** Every page of the product, read from the folders: a new one is checked without anybody listing it. */
export function listPages(): ListedPage[] {
  return files(PAGES)
    .filter((path) => /(?:^|\/)page\.tsx$/.test(path) && !path.includes("[...rest]"))
    .sort()
    .map((file) => {
      const parts = file.split("/").slice(0, -1);
      const template = `/${parts.filter((part) => !part.startsWith("(")).join("/")}`;
      const isOne = template.includes("[");
      const example = EXAMPLES[template];
      if (isOne && !example) throw new Error(`tests/support/page-list.ts: no example of ${template}`);
      return {
        template,
        file: `${PAGES}/${file}`,
        visitor: visitorOf(file),
        address: example ?? (async () => template),
      };
    });
}
