/** What happens to a payment with a card. The numbers are Stripe's own test numbers (docs.stripe.com/testing). */
export type CardFate =
  | { kind: "paid"; later?: "dispute" | "inquiry"; refunds?: "pending" | "fail" }
  | { kind: "declined"; code: string; declineCode: string | null; message: string };

interface TestCard {
  number: string;
  label: string;
  fate: CardFate;
}

const declined = (code: string, declineCode: string | null, message: string): CardFate => ({
  kind: "declined",
  code,
  declineCode,
  message,
});

export const TEST_CARDS: readonly TestCard[] = [
  { number: "4242424242424242", label: "Succeeds", fate: { kind: "paid" } },
  {
    number: "4000000000000002",
    label: "Is declined",
    fate: declined("card_declined", "generic_decline", "Your card was declined."),
  },
  {
    number: "4000000000009995",
    label: "Has too little money",
    fate: declined("card_declined", "insufficient_funds", "Your card has insufficient funds."),
  },
  {
    number: "4000000000000069",
    label: "Is expired",
    fate: declined("expired_card", null, "Your card has expired."),
  },
  {
    number: "4000000000000259",
    label: "Succeeds, disputed soon after",
    fate: { kind: "paid", later: "dispute" },
  },
  {
    number: "4000000000001976",
    label: "Succeeds, an inquiry comes",
    fate: { kind: "paid", later: "inquiry" },
  },
  {
    number: "4000000000007726",
    label: "Succeeds, refunds take a while",
    fate: { kind: "paid", refunds: "pending" },
  },
  {
    number: "4000000000005126",
    label: "Succeeds, refunds fail later",
    fate: { kind: "paid", refunds: "fail" },
  },
];

/** The fate of a typed number; null for one that is no test card. A real card's number must go nowhere. */
export function fateOf(typed: string): CardFate | null {
  const number = typed.replace(/[\s-]/g, "");
  return TEST_CARDS.find((card) => card.number === number)?.fate ?? null;
}
