import { BROWSER_SENTENCES, type SiteArea } from "@/lib/i18n/browser-messages";
import { type Rule, violation } from "../scan/rule";
import type { SourceFile } from "../scan/source-file";
import { child, children, nameOf, stringOf, walk } from "../scan/walk";

const ENTRY = /^app\/\[locale\]\/(?:(admin)\/|\((auth|portal|site|demo)\)\/|[^/]+$)/;

function areaOf(path: string): SiteArea | null {
  const [match, admin, group] = ENTRY.exec(path) ?? [];
  if (match === undefined || !path.endsWith(".tsx")) return null;
  if (admin) return "admin";
  if (group === "auth" || group === "portal") return group;
  return group ? "site" : "shell";
}

function says(file: SourceFile, directive: string): boolean {
  return children(file.tree, "body").some((node) => node.directive === directive);
}

/** The namespaces that a file's components speak, each with the place where it says so. */
function namespacesOf(file: SourceFile): Map<string, number> {
  const found = new Map<string, number>();
  if (!file.tree) return found;
  walk(file.tree, (node) => {
    if (node.type !== "CallExpression" || nameOf(child(node, "callee")) !== "useTranslations") return;
    const [first] = children(node, "arguments");
    const namespace = first ? stringOf(first) : undefined;
    if (namespace) found.set(namespace, node.start);
  });
  return found;
}

/** A component that speaks in the browser finds its sentences there: its area sends their namespace. */
export const browserSentences: Rule = {
  name: "browser-sentences",
  check: (files) => {
    const known = new Map(files.map((file) => [file.path.replace(/\.(?:ts|tsx)$/, ""), file]));
    const found: ReturnType<Rule["check"]> = [];
    const spoken = new Map<SourceFile, Map<string, number>>();
    const seen = new Set<string>();
    function follow(file: SourceFile, area: SiteArea, isAbove: boolean): void {
      const isBrowser = isAbove || says(file, "use client");
      const key = `${area} ${isBrowser} ${file.path}`;
      if (seen.has(key) || says(file, "use server")) return;
      seen.add(key);
      if (isBrowser) {
        const words = spoken.get(file) ?? namespacesOf(file);
        spoken.set(file, words);
        for (const [namespace, at] of words) {
          if (BROWSER_SENTENCES[area].some((part) => `${namespace}.`.startsWith(`${part}.`))) continue;
          found.push(violation(file, at, `"${namespace}" is not sent to the browser with ${area} pages`));
        }
      }
      for (const { target, isOwn, isTypeOnly } of file.imports) {
        const next = isOwn && !isTypeOnly ? known.get(target) : undefined;
        if (next) follow(next, area, isBrowser);
      }
    }
    for (const file of files) {
      const area = areaOf(file.path);
      if (area) follow(file, area, false);
    }
    return found;
  },
  broken: {
    "a public page whose button speaks of webhooks": [
      ["app/[locale]/(site)/page.tsx", 'import { A } from "@/components/a";'],
      ["components/a.tsx", '"use client";\nexport const A = () => useTranslations("webhooks")("a");'],
    ],
    "what a browser component imports": [
      ["app/[locale]/(auth)/sign-in/page.tsx", 'import { A } from "@/components/a";'],
      ["components/a.tsx", '"use client";\nimport { B } from "./b";'],
      ["components/b.tsx", 'export const B = () => useTranslations("numbers.wait")("a");'],
    ],
    "the whole of which only a part is sent": [
      ["app/[locale]/(site)/page.tsx", 'import { A } from "@/components/a";'],
      ["components/a.tsx", '"use client";\nexport const A = () => useTranslations("wallet")("a");'],
    ],
    "another part than the one that is sent": [
      ["app/[locale]/(site)/page.tsx", 'import { A } from "@/components/a";'],
      ["components/a.tsx", '"use client";\nexport const A = () => useTranslations("wallet.lines")("a");'],
    ],
  },
  fine: {
    "the part that is sent": [
      ["app/[locale]/(site)/page.tsx", 'import { A } from "@/components/a";'],
      [
        "components/a.tsx",
        '"use client";\nexport const A = () => useTranslations("wallet.displayRate")("a");',
      ],
    ],
    "said by the server": [
      ["app/[locale]/(site)/page.tsx", 'import { A } from "@/components/a";'],
      ["components/a.tsx", 'export const A = () => useTranslations("landing")("a");'],
    ],
    "sent to the area": [
      ["app/[locale]/admin/page.tsx", 'import { A } from "@/components/a";'],
      ["components/a.tsx", '"use client";\nexport const A = () => useTranslations("simulators")("a");'],
    ],
  },
};
