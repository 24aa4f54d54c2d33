import { type Rule, under } from "../scan/rule";

const GOVERNED = under("app/", "components/", "lib/");
/** redirect of next/navigation takes a whole path; only the answer to a sign-in has one (see its safe return path). */
const LOCALE_BLIND = new Set(["redirect", "permanentRedirect", "useRouter", "usePathname"]);

/** Links and redirects keep the language in the path; messages are loaded by lib/i18n only. */
export const i18nNavigation: Rule = {
  name: "i18n-navigation",
  check: (files) =>
    files
      .filter((file) => GOVERNED(file) && !file.path.startsWith("lib/i18n/"))
      .flatMap((file) =>
        file.imports.flatMap(({ target, names, line }) => {
          const blind = target === "next/navigation" ? names.filter((name) => LOCALE_BLIND.has(name)) : [];
          if (target === "next/link" && !names.includes("useLinkStatus")) blind.push("Link");
          if (target.startsWith("next-intl/navigation")) blind.push("createNavigation");
          if (blind.length > 0) {
            const message = `${blind.join(", ")} of ${target} forgets the language: take it from lib/i18n/navigation`;
            return [{ path: file.path, line, message }];
          }
          return target.startsWith("lib/i18n/messages/")
            ? [{ path: file.path, line, message: `${target} is one language: ask next-intl` }]
            : [];
        }),
      ),
  broken: {
    link: [["components/a.tsx", 'import Link from "next/link";']],
    redirect: [["app/page.tsx", 'import { notFound, redirect } from "next/navigation";']],
    "a message file": [["components/a.tsx", 'import en from "@/lib/i18n/messages/en/wallet.json";']],
  },
  fine: {
    "what has no language": [
      ["app/page.tsx", 'import { notFound, useSearchParams } from "next/navigation";'],
    ],
    "whether a link is on its way": [["components/a.tsx", 'import { useLinkStatus } from "next/link";']],
    "the one place": [["lib/i18n/navigation.ts", 'import { createNavigation } from "next-intl/navigation";']],
  },
};
