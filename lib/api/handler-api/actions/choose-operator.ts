import { readShelf } from "@/lib/domain/catalog/queries/shelf";
import { scriptByOperator } from "@/lib/domain/numbers/sandbox-scripts";
import { type ErrorAnswer, fail } from "../answer";
import type { KeyedCall } from "../call";
import type { PurchaseWish } from "./purchase-wish";

/** Which operator is asked for: undefined: any. */
export type OperatorChoice = { operator: string | undefined } | ErrorAnswer;

/**
 * The first of the wanted operators that has a number of this service. None of them has one: any, as the original does,
 * unless the caller is strict. "Any but these" asks for the fullest of the others.
 */
export async function chooseOperator(
  { deps, key }: KeyedCall,
  { service, country, operators, unwantedOperators, isStrictOperator }: PurchaseWish,
): Promise<OperatorChoice> {
  if (operators.length === 0 && unwantedOperators.length === 0) return { operator: undefined };
  // In the sandbox a script's name stands for what is to happen.
  const script = key.isSandbox ? operators.find((operator) => scriptByOperator(operator)) : undefined;
  if (script) return { operator: script };
  const { byCountry } = await readShelf(deps);
  const row = byCountry.get(country.legacyId)?.find(({ serviceCode }) => serviceCode === service);
  const inStock = (row?.operators ?? []).filter(({ stock }) => stock > 0);
  if (operators.length > 0) {
    const wanted = operators.filter((code) => !unwantedOperators.includes(code));
    const found = wanted.find((code) => inStock.some((operator) => operator.code === code));
    if (found) return { operator: found };
    if (!isStrictOperator) return { operator: undefined };
    return fail(wanted.some((code) => country.operators.includes(code)) ? "NO_NUMBERS" : "BAD_OPERATOR");
  }
  const [fullest] = inStock
    .filter(({ code }) => !unwantedOperators.includes(code))
    .toSorted((a, b) => b.stock - a.stock);
  if (fullest) return { operator: fullest.code };
  return isStrictOperator ? fail("NO_NUMBERS") : { operator: undefined };
}
