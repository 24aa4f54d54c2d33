import { Hono } from "hono";
import type { Deps } from "@/lib/deps";
import { getUser } from "@/lib/domain/identity/queries";
import { customerScope } from "@/lib/domain/kernel/actor";
import { type AvailableEntry, listAvailableEntries } from "@/lib/domain/wallet/queries/available-entries";
import { balanceOfKey } from "../keys/key-balance";
import { amount, json, numericId, words } from "./answers";
import { type FiveSimEnv, needs } from "./gate";
import { countryNameOf } from "./names";
import { shopOf } from "./shop";
import { readSlice } from "./slice";

/** Where everybody's rating begins and, here, stays. */
const RATING = 96;

/** "deposit.stripe" -> a charge by stripe, "hold.placed" -> a purchase. */
function kindOf({ kind, amountMicros }: AvailableEntry): { type: string; provider: string } {
  const [family = "", name = ""] = kind.split(".");
  if (family === "deposit") return { type: "charge", provider: name };
  if (family === "credit") return { type: amountMicros > 0n ? "charge" : "withdraw", provider: "admin" };
  if (family === "hold") return { type: amountMicros > 0n ? "refund" : "purchase", provider: "order" };
  return { type: amountMicros > 0n ? "refund" : "withdraw", provider: family };
}

function paymentOf(entry: AvailableEntry) {
  const { type, provider } = kindOf(entry);
  return {
    ID: Number(entry.id),
    TypeName: type,
    ProviderName: provider,
    Amount: amount(entry.amountMicros),
    Balance: amount(entry.balanceAfterMicros),
    CreatedAt: entry.at.toISOString(),
  };
}

const namesOf = (names: string[]) => [...new Set(names)].sort().map((Name) => ({ Name }));

/** GET /v1/user/profile and /v1/user/payments. */
export function accountRoutes(deps: Deps) {
  return new Hono<FiveSimEnv>()
    .get("/profile", needs("wallet:read"), async (c) => {
      const person = c.get("person");
      const [balance, user, shop] = await Promise.all([
        balanceOfKey(deps, c.get("apiKey")),
        getUser(deps, customerScope(person)),
        shopOf(deps),
      ]);
      const wanted = c.get("apiKey").projectDefaults?.countryId;
      const country = (shop.prices.find((price) => price.country.id === wanted) ?? shop.prices[0])?.country;
      return json(c, {
        id: numericId(person.userId),
        email: user.email ?? "",
        vendor: "",
        default_forwarding_number: "",
        balance: amount(balance.availableMicros),
        rating: RATING,
        default_country: country
          ? {
              name: countryNameOf(country),
              iso: country.iso2.toLowerCase(),
              prefix: `+${country.phoneCode}`,
            }
          : { name: "", iso: "", prefix: "" },
        default_operator: { name: "" },
        frozen_balance: amount(balance.heldMicros),
      });
    })
    .get("/payments", needs("wallet:read"), async (c) => {
      const slice = readSlice(c);
      if (!slice) return words(c, 400, "bad request");
      // Play money has no statement, and the sandbox does not see the wallet's.
      const { entries, total } = c.get("apiKey").isSandbox
        ? { entries: [], total: 0 }
        : await listAvailableEntries(deps, customerScope(c.get("person")), slice);
      const payments = entries.map(paymentOf);
      return json(c, {
        Data: payments,
        PaymentTypes: namesOf(payments.map(({ TypeName }) => TypeName)),
        PaymentProviders: namesOf(payments.map(({ ProviderName }) => ProviderName)),
        Total: total,
      });
    });
}
