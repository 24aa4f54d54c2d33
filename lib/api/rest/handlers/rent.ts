import type { z } from "@hono/zod-openapi";
import { getOffer } from "@/lib/domain/catalog/queries";
import { findRefusedService } from "@/lib/domain/catalog/queries/refused-service";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { type Ok, ok, refuse } from "@/lib/domain/kernel/result";
import { rentNumber as rent } from "@/lib/domain/numbers/commands/rent-number";
import { scriptByOperator } from "@/lib/domain/numbers/sandbox-scripts";
import { getProject } from "@/lib/domain/projects/queries/own-projects";
import { sha256 } from "../answer-once";
import { type Call, implement, type Wrong } from "../call";
import { createQuote, rentNumber } from "../operations/numbers";
import { missingFields } from "../problem-answer";
import { readQuoteToken, writeQuote } from "../quote-token";
import type { rentBody } from "../schemas/numbers";
import { usdOfMicros } from "./money";
import { numberAnswer } from "./number-answer";

const QUOTE_MS = 120_000;

type Asked = Pick<z.output<typeof rentBody>, "service" | "country" | "operator">;

interface Wanted {
  service: string;
  country: string;
  operator: string | undefined;
}

/** What is to be rented; what the request leaves out its key's project says. */
async function wantedOf<P, Q>(call: Call<P, Q, unknown>, asked: Asked): Promise<Ok<Wanted> | Wrong> {
  let { service, country } = asked;
  const { projectId } = call.key;
  if (projectId && (!service || !country)) {
    const project = await getProject(call.deps, call.scope, projectId);
    service ??= project?.defaultService?.slug;
    country ??= project?.defaultCountry?.iso2;
  }
  if (!service || !country) {
    return {
      ok: false,
      wrong: missingFields([...(service ? [] : ["service"]), ...(country ? [] : ["country"])]),
    };
  }
  return ok({ service, country, operator: asked.operator });
}

const onceByRequest = ({
  key,
  idempotencyKey,
}: Pick<Call<unknown, unknown, unknown>, "key" | "idempotencyKey">) => ({
  idempotencyKey,
  idempotencyScope: `rest:${key.id}`,
});

/** A quote rents one number, whichever of the person's keys brings it and however often: then it tells of that one. */
function onceByQuote(quoteId: string) {
  const digest = sha256(quoteId);
  return { idempotencyKey: digest, idempotencyScope: "quote", requestDigest: digest };
}

export const RENT_HANDLERS = [
  implement(createQuote, async (call) => {
    const { deps, actor, body } = call;
    const wanted = await wantedOf(call, body);
    if (!wanted.ok) return wanted;
    const { service, country, operator } = wanted;
    // In the sandbox an operator's name may be a script's.
    const named = operator && !(actor.isSandbox && scriptByOperator(operator)) ? { operator } : {};
    const offer = await getOffer(deps, { service, country, ...named });
    if (!offer) {
      const refused = await findRefusedService(deps, service.toLowerCase());
      if (!refused) return refuse("bad_service");
      if (refused.isProhibited) return refuse("service_prohibited");
      const anyOperator = operator ? await getOffer(deps, { service, country }) : null;
      return refuse(anyOperator ? "bad_operator" : "bad_country");
    }
    const until = deps.clock.now().getTime() + QUOTE_MS;
    const facts = {
      userId: actor.userId,
      service: offer.service.slug,
      country: offer.country.iso2,
      operator: operator?.toLowerCase() ?? null,
      priceMicros: offer.priceMicros,
      until,
    };
    return ok({
      answer: {
        id: writeQuote(deps.cipher, facts),
        service: facts.service,
        country: facts.country,
        operator: facts.operator,
        price: usdOfMicros(offer.priceMicros),
        expiresAt: new Date(until).toISOString(),
      },
    });
  }),
  implement(rentNumber, async (call) => {
    const { deps, actor, key, body } = call;
    const quote = body.quoteId === undefined ? null : readQuoteToken(deps.cipher, body.quoteId);
    // A quote of somebody else is like none.
    if (body.quoteId !== undefined && quote?.userId !== actor.userId) return refuse("quote_expired");
    const wanted = quote
      ? ok({ service: quote.service, country: quote.country, operator: quote.operator ?? undefined })
      : await wantedOf(call, body);
    if (!wanted.ok) return wanted;
    const maxPriceMicros = body.maxPrice === undefined ? null : parseDecimal(body.maxPrice);
    const rented = await rent(
      deps,
      actor,
      {
        service: wanted.service,
        country: wanted.country,
        operator: wanted.operator,
        ...(maxPriceMicros === null ? {} : { maxPriceMicros }),
        ...(body.numberWish === undefined ? {} : { numberWish: body.numberWish }),
        ...(quote ? { quoted: { priceMicros: quote.priceMicros, until: new Date(quote.until) } } : {}),
        ...(body.quoteId === undefined ? onceByRequest(call) : onceByQuote(body.quoteId)),
      },
      key.via,
    );
    return rented.ok ? ok({ answer: numberAnswer(rented.order, key.isSandbox) }) : rented;
  }),
];
