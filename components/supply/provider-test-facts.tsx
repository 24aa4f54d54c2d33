import { CircleCheck, TriangleAlert } from "lucide-react";
import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { useMoney } from "@/components/wallet/use-money";
import type { ProviderTest, SupplierFault } from "@/lib/domain/supply/types";
import { supplierError } from "./supplier-error";

export interface TestWords {
  reachable: string;
  unreachable: string;
  balance: string;
  took: string;
  offers: string;
  error: string;
  none: string;
  /** Why it did not answer as it should; "{code}" stands where its own word goes. */
  faults: Record<SupplierFault, string>;
  /** Before what was asked and answered, folded. */
  answer: string;
}

/** The supplier's account is kept in dollars. */
const CURRENCY = "USD";

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="text-ink-2">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

/** What a test call found: whether it answers, how fast, our balance, what it sells; the whole answer folded away. */
export function ProviderTestFacts({ test, words }: { test: ProviderTest; words: TestWords }) {
  const format = useFormatter();
  const money = useMoney();
  const error = test.balance.error ?? test.prices.error;
  const Icon = error === null ? CircleCheck : TriangleAlert;
  return (
    <div className="flex flex-col gap-2 rounded-panel border border-line bg-surface p-4">
      <p className="flex items-center gap-2 font-medium">
        <Icon aria-hidden="true" className={`size-4 shrink-0 ${error === null ? "text-ok" : "text-bad"}`} />
        {error === null ? words.reachable : words.unreachable}
      </p>
      <dl className="flex flex-col gap-1">
        <Fact label={words.balance}>
          {test.balance.amount === null ? (
            words.none
          ) : (
            <bdi dir="ltr">{money(test.balance.amount, CURRENCY)}</bdi>
          )}
        </Fact>
        <Fact label={words.offers}>{format.number(test.prices.offers, "whole")}</Fact>
        <Fact label={words.took}>
          <bdi dir="ltr">{format.number(test.balance.ms + test.prices.ms, "whole")}</bdi>
        </Fact>
        {error !== null && (
          <Fact label={words.error}>
            <bdi>
              {supplierError({ error, fault: test.fault }, (fault, { code }) =>
                words.faults[fault].replace("{code}", code),
              )}
            </bdi>
          </Fact>
        )}
      </dl>
      <details>
        <summary className="w-fit cursor-pointer text-ink-2 text-xs underline underline-offset-2">
          {words.answer}
        </summary>
        <pre
          dir="ltr"
          className="mt-1 whitespace-pre-wrap rounded-control bg-sunken p-2 text-start font-mono text-xs [overflow-wrap:anywhere]"
        >
          {JSON.stringify({ getBalance: test.balance, getPrices: test.prices }, null, 2)}
        </pre>
      </details>
    </div>
  );
}
