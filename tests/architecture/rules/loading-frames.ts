import { type Rule, under, violation } from "../scan/rule";

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);
const isOfOneThing = (folder: string) => /\/\[\w+\]\/$/.test(folder);

/**
 * A loading.tsx sends the answer's status before the page below it is read. Where an address names one thing, the folder's
 * layout says first whether there is such a thing, and nothing above it may be sent earlier: else an unknown id is a 200.
 */
export const loadingFrames: Rule = {
  name: "loading-frames",
  check: (files) => {
    const inApp = files.filter(under("app/"));
    const pages = inApp.filter(({ path }) => path.endsWith("/page.tsx")).map(({ path }) => folderOf(path));
    const layouts = new Map(
      inApp.filter(({ path }) => path.endsWith("/layout.tsx")).map((file) => [folderOf(file.path), file]),
    );
    return inApp
      .filter(({ path }) => path.endsWith("/loading.tsx"))
      .flatMap((file) => {
        const folder = folderOf(file.path);
        const own = folder.startsWith("app/[locale]/") ? folder.slice("app/[locale]".length) : folder;
        const below = pages.filter(
          (page) => page !== folder && page.startsWith(folder) && page.slice(folder.length).includes("["),
        );
        const found = below.map((page) =>
          violation(
            file,
            null,
            `is sent before ${page} knows whether it exists: put it in a (group) with its page`,
          ),
        );
        if (isOfOneThing(own) && !layouts.get(folder)?.text.includes("notFound()"))
          found.push(
            violation(file, null, "needs a layout beside it that answers notFound() for an unknown id"),
          );
        return found;
      });
  },
  broken: {
    "a frame above the page of one thing": [
      ["app/[locale]/wallet/invoices/[id]/page.tsx", ""],
      ["app/[locale]/wallet/loading.tsx", ""],
    ],
    "a frame of one thing that nobody has looked for": [
      ["app/[locale]/wallet/invoices/[id]/page.tsx", ""],
      ["app/[locale]/wallet/invoices/[id]/loading.tsx", ""],
    ],
  },
  fine: {
    "a frame of the list alone": [
      ["app/[locale]/wallet/invoices/[id]/page.tsx", ""],
      ["app/[locale]/wallet/invoices/(list)/page.tsx", ""],
      ["app/[locale]/wallet/invoices/(list)/loading.tsx", ""],
    ],
    "a frame behind the layout that has looked": [
      ["app/[locale]/numbers/[id]/layout.tsx", "if (!known) notFound();"],
      ["app/[locale]/numbers/[id]/page.tsx", ""],
      ["app/[locale]/numbers/[id]/loading.tsx", ""],
    ],
  },
};
