import { expect, it } from "vitest";
import { EXTERNAL_ACCOUNTS, REVENUE_ACCOUNTS } from "@/lib/domain/wallet/accounts";
import en from "@/lib/i18n/messages/en/wallet.json";

it("has words for every account that money is booked on", () => {
  const named = Object.keys(en.accounts);
  expect(named).toEqual(expect.arrayContaining([...EXTERNAL_ACCOUNTS, ...REVENUE_ACCOUNTS]));
});
