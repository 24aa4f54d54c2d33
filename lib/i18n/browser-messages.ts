import type { Messages, NamespaceKeys, NestedKeyOf } from "next-intl";
import { type CompiledTree, compileMessages } from "./compile-messages";

/** A namespace, or a part of one ("wallet.displayRate"). */
type Part = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

/** Of every page, also of one that stands in for a broken one. */
const SHELL = ["feedback", "layout"] as const satisfies Part[];

/** Of whoever acts. */
const ACTING = [...SHELL, "refusals"] as const satisfies Part[];

/** Of whoever has an account. */
const SIGNED_IN = [
  ...ACTING,
  "apiKeys",
  "auth",
  "billing",
  "notifications",
  "numbers",
  "palette",
  "settings",
  "table",
  "vpn",
  "wallet",
] as const satisfies Part[];

/** Per part of the site, what its browser components say; everything else is said by the server alone. */
export const BROWSER_SENTENCES = {
  shell: SHELL,
  site: [...SHELL, "table", "vpn.apps", "wallet.displayRate"],
  auth: [...ACTING, "auth"],
  portal: [...SIGNED_IN, "onboarding", "webhooks", "withdrawals"],
  admin: [...SIGNED_IN, "admin", "byHand", "shopSettings", "simulators", "users"],
} as const satisfies Record<string, readonly Part[]>;

export type SiteArea = keyof typeof BROWSER_SENTENCES;

/** By the sentences as they were read from their file: edited ones are others. */
const compiled = new WeakMap<object, CompiledTree>();

function compiledOf(sentences: object): CompiledTree {
  const known = compiled.get(sentences) ?? compileMessages(sentences);
  compiled.set(sentences, known);
  return known;
}

interface Tree {
  [key: string]: CompiledTree | Tree;
}

/** Adds a part at its place, parsed. */
function place(tree: Tree, sentences: object, [first = "", ...rest]: string[]): void {
  const inner: object = sentences[first as keyof typeof sentences];
  if (rest.length === 0) {
    tree[first] = compiledOf(inner);
    return;
  }
  const folder = (tree[first] ?? {}) as Tree;
  place(folder, inner, rest);
  tree[first] = folder;
}

/** The sentences that travel to the browser with every page of an area, parsed: each part once. */
export function browserMessages(messages: Messages, area: SiteArea): Partial<Messages> {
  const tree: Tree = {};
  for (const part of BROWSER_SENTENCES[area]) place(tree, messages, part.split("."));
  return tree as Partial<Messages>;
}
