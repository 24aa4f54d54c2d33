import type { useTranslations } from "next-intl";
import { routes } from "@/lib/routes";
import { PALETTE_COMMANDS } from "./palette-commands";
import type { FoundThings } from "./use-found-things";

/** One line of the palette. */
export interface PaletteEntry {
  id: string;
  group: "pages" | "rents" | "orders" | "users" | "entries" | "acts";
  label: string;
  hint?: string;
  href?: string;
  act?: PaletteAct;
}

export type PaletteAct = "copy-code" | "sign-out" | "theme-light" | "theme-dark" | "theme-system";
export const PALETTE_ACTS = [
  ["copy-code", "copyCode"],
  ["theme-light", "themeLight"],
  ["theme-dark", "themeDark"],
  ["theme-system", "themeSystem"],
  ["sign-out", "signOut"],
] as const;

type Words = ReturnType<typeof useTranslations<"palette">>;

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Every typed word begins one of the words that the entry is known by. */
function answers(typed: string, known: string): boolean {
  const words = plain(known).split(/[\s,،]+/);
  return plain(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}

function pagesAndActs(t: Words, typed: string, who: { isStaff: boolean; isDemo: boolean }): PaletteEntry[] {
  const pages = PALETTE_COMMANDS.filter(
    ({ audience, shown }) =>
      (audience === "everybody" || (who.isStaff && (audience === "staff" || who.isDemo))) &&
      (shown === "always" || typed.trim() !== ""),
  ).map(({ key, href, audience }) => ({
    entry: {
      id: `page-${key}`,
      group: "pages" as const,
      label: t(`pages.${key}`),
      hint: audience === "everybody" ? undefined : t("backOffice"),
      href,
    },
    known: `${t(`pages.${key}`)} ${t(`words.${key}`)}`,
  }));
  const acts = PALETTE_ACTS.map(([act, key]) => ({
    entry: { id: `act-${act}`, group: "acts" as const, label: t(`acts.${key}`), act },
    known: `${t(`acts.${key}`)} ${t(`actWords.${key}`)}`,
  }));
  return [...pages, ...acts].filter(({ known }) => answers(typed, known)).map(({ entry }) => entry);
}

function foundEntries(t: Words, found: FoundThings): PaletteEntry[] {
  return [
    ...found.rents.map(({ service, country }) => ({
      id: `rent-${service.slug}-${country?.iso2 ?? ""}`,
      group: "rents" as const,
      label: country
        ? t("rentIn", { service: service.name, country: country.name })
        : t("rent", { service: service.name }),
      hint: service.code,
      href: routes.numbers({ service: service.slug, country: country?.iso2.toLowerCase() }),
    })),
    ...found.orders.map((order) => ({
      id: `order-${order.id}`,
      group: "orders" as const,
      label: t("order", { number: String(order.number), service: order.service }),
      hint: order.phone ?? undefined,
      href: order.isOwn ? routes.activation(order.id) : routes.adminOrder(order.id),
    })),
    ...found.entries.map(({ kind, id, code, name }) => ({
      id: `${kind}-${id}`,
      group: "entries" as const,
      label: name,
      hint: code,
      href: kind === "country" ? routes.adminCountry(id) : routes.adminService(id),
    })),
    ...found.users.map((user) => ({
      id: `user-${user.id}`,
      group: "users" as const,
      label: user.username,
      hint: user.email ?? undefined,
      href: routes.adminUser(user.id),
    })),
  ];
}

/** What the palette shows for the typed words, in the order of its groups. */
export function paletteEntries(
  t: Words,
  typed: string,
  found: FoundThings,
  who: { isStaff: boolean; isDemo: boolean },
): PaletteEntry[] {
  const known = pagesAndActs(t, typed, who);
  const pages = known.filter(({ group }) => group === "pages");
  const acts = known.filter(({ group }) => group === "acts");
  return [...pages, ...foundEntries(t, found), ...acts];
}
