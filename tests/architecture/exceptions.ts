/** Where a rule does not hold, and why. An entry that excuses nothing any more fails the run, so the list cannot rot. */
export interface Exception {
  rule: string;
  /** A folder with a slash at the end, or a file. */
  path: string;
  reason: string;
}

export const EXCEPTIONS: Exception[] = [
  {
    rule: "module-state",
    path: "lib/format/number-format.ts",
    reason: "formatters that are made from their key alone: two copies of the module only make them twice",
  },
  {
    rule: "module-state",
    path: "lib/i18n/format-message.ts",
    reason: "sentences that are parsed from their text alone: two copies of the module only parse them twice",
  },
  {
    rule: "module-state",
    path: "lib/i18n/message-digits.ts",
    reason:
      "sentences rewritten from the file they stand in alone: two copies of the module only do it twice",
  },
  {
    rule: "module-state",
    path: "lib/i18n/browser-messages.ts",
    reason:
      "catalogues that are parsed from their files alone: two copies of the module only parse them twice",
  },
  {
    rule: "module-state",
    path: "lib/domain/vpn-links/addresses.ts",
    reason: "hosts that are parsed from their text alone: two copies of the module only parse them twice",
  },
  {
    rule: "module-state",
    path: "lib/domain/vpn-links/link-query.ts",
    reason: "names of locations as links write them, computed from their keys and bounded; copies do no harm",
  },
  {
    rule: "module-state",
    path: "lib/domain/vpn-links/stream-query.ts",
    reason: "what links say of an inbound, computed from it and gone with it; copies do no harm",
  },
  {
    rule: "module-state",
    path: "lib/api/subscription/notice-lines.ts",
    reason:
      "sentences of a language that are read from its file alone: two copies of the module only read them twice",
  },
  {
    rule: "audited-writes",
    path: "lib/domain/overview/commands/roll-up-orders.ts",
    reason: "sums that can be computed again from orders at any time: nothing of the shop changes",
  },
  {
    rule: "audited-writes",
    path: "lib/domain/overview/commands/roll-up-users.ts",
    reason: "counts that can be computed again from users at any time: nothing of the shop changes",
  },
  {
    rule: "formatting",
    path: "lib/domain/identity/preferences.ts",
    reason: "asks whether a time zone exists; no date is written",
  },
  {
    rule: "formatting",
    path: "lib/domain/catalog/edit-schema.ts",
    reason: "asks whether a country's code exists; no name is written",
  },
  {
    rule: "formatting",
    path: "lib/domain/kernel/charge.ts",
    reason: "writes a decimal of the database for gateways and exports, with all its digits and no exponent",
  },
  {
    rule: "prisma-client",
    path: "lib/deps.ts",
    reason: "the composition root opens the database that it hands to everybody",
  },
  {
    rule: "prisma-client",
    path: "lib/simulators/sim-bank/",
    reason: "it plays the world around the operator's SIM cards, and must see which of them are rented",
  },
  {
    rule: "layers",
    path: "prisma/seed/shop.ts",
    reason: "the demo's supplier is the simulator, and the key it buys with is the simulator's",
  },
  {
    rule: "layers",
    path: "prisma/seed/past.ts",
    reason: "the demo's past was bought at the simulator, for what the simulator charges",
  },
  {
    rule: "layers",
    path: "prisma/seed/past-plan.ts",
    reason: "numbers and texts of the demo's past look as the simulator would have made them",
  },
  {
    rule: "i18n-navigation",
    path: "lib/loaders/session.ts",
    reason: "the page to come back to is a whole path, with its language",
  },
  {
    rule: "i18n-navigation",
    path: "lib/actions/identity.ts",
    reason: "the page to come back to is a whole path, with its language",
  },
  {
    rule: "i18n-navigation",
    path: "lib/emails/render-mail.tsx",
    reason: "mails are written by jobs, in the reader's language, where there is no request to ask",
  },
  {
    rule: "environment",
    path: "components/layout/register-worker.ts",
    reason: "the bundler replaces it: while pages are being written nothing of them may be kept",
  },
  {
    rule: "environment",
    path: "lib/simulators/main.ts",
    reason: "a process of its own that needs two values and none of the product's settings",
  },
  {
    rule: "translated-text",
    path: "app/global-error.tsx",
    reason: "shown when the layout that knows the language failed itself",
  },
];
