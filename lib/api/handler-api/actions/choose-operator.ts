import { listSoldOperators } from "@/lib/domain/catalog/queries/offer-operators";
import { readProtocolNames } from "@/lib/domain/catalog/queries/protocol-names";
import { scriptByOperator } from "@/lib/domain/numbers/sandbox-scripts";
import { type ErrorAnswer, fail } from "../answer";
import type { KeyedCall } from "../call";
import type { PurchaseWish } from "./purchase-wish";

/** Which operator is asked for: undefined: any. */
export type OperatorChoice = { operator: string | undefined } | ErrorAnswer;

/**
 * The first of the wanted operators that has a number of this service. None of them has one: any, as the original does,
 * unless the caller is strict. "Any but these" asks for one of the others.
 */
export async function chooseOperator(
  { deps, key }: KeyedCall,
  { service, country, operators, unwantedOperators, isStrictOperator }: PurchaseWish,
): Promise<OperatorChoice> {
  if (operators.length === 0 && unwantedOperators.length === 0) return { operator: undefined };
  // In the sandbox a script's name stands for what is to happen.
  const script = key.isSandbox ? operators.find((operator) => scriptByOperator(operator)) : undefined;
  if (script) return { operator: script };
  const { services } = await readProtocolNames(deps);
  const slug = services.get(service)?.slug ?? service;
  const inStock = await listSoldOperators(deps, { country: country.iso2, service: slug });
  if (operators.length > 0) {
    const wanted = operators.filter((code) => !unwantedOperators.includes(code));
    const found = wanted.find((code) => inStock.some((operator) => operator.code === code));
    if (found) return { operator: found };
    if (!isStrictOperator) return { operator: undefined };
    return fail(wanted.some((code) => country.operators.includes(code)) ? "NO_NUMBERS" : "BAD_OPERATOR");
  }
  const other = inStock.find(({ code }) => !unwantedOperators.includes(code));
  if (other) return { operator: other.code };
  return isStrictOperator ? fail("NO_NUMBERS") : { operator: undefined };
}
