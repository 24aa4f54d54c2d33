import { z } from "zod";
import type { GatewayPayment, GatewayResult, PaymentLookup } from "@/lib/domain/payments/types";
import { readPayment } from "./read-payment";
import { mercadoPagoRefused } from "./refusal";
import type { MercadoPagoCaller } from "./sdk";
import { type MpPayment, mpPayment, mpPreference, mpSearch } from "./shapes";
import { CHARGEBACK } from "./webhook";

/** Payments of one reference that are looked at: a preference may be paid and refused several times. */
const MAX_PAYMENTS = 20;

const chargeback = z.object({ payment_id: z.union([z.number(), z.string()]).transform(String) });

const getPayment = async (call: MercadoPagoCaller, id: string) =>
  mpPayment.parse(await call(({ payment }) => payment.get({ id })));

/** The search finds the ids (it lags behind); each is then asked for, because only that answer is the truth. */
async function paymentsOf(
  call: MercadoPagoCaller,
  reference: string,
  known: MpPayment | null,
): Promise<MpPayment[]> {
  const found = mpSearch.parse(
    await call(({ payment }) =>
      payment.search({
        options: {
          external_reference: reference,
          sort: "date_created",
          criteria: "desc",
          limit: MAX_PAYMENTS,
        },
      }),
    ),
  );
  const ids = found.results.map(({ id }) => id).filter((id) => id !== known?.id);
  const payments = await Promise.all(ids.map((id) => getPayment(call, id)));
  return [...payments, ...(known ? [known] : [])]
    .filter(({ external_reference: own }) => own === reference)
    .sort((left, right) => left.date_created.getTime() - right.date_created.getTime());
}

interface Context {
  call: MercadoPagoCaller;
  collectorId: number | undefined;
  now(): Date;
}

/** By our reference, by a preference's, a payment's or a chargeback's id: always everything that was paid for it. */
export async function fetchPayment(
  { call, collectorId, now }: Context,
  lookup: PaymentLookup,
): Promise<GatewayResult<{ payment: GatewayPayment }>> {
  const isForeign = (collector: number | null | undefined) =>
    collectorId !== undefined && collector !== undefined && collector !== null && collector !== collectorId;
  let known: MpPayment | null = null;
  let preference: z.infer<typeof mpPreference> | null = null;
  if ("id" in lookup) {
    if (lookup.id.startsWith(CHARGEBACK)) {
      const id = lookup.id.slice(CHARGEBACK.length);
      const answer = chargeback.parse(await call((clients) => clients.chargeback.get({ id })));
      known = await getPayment(call, answer.payment_id);
    } else if (/^\d+$/.test(lookup.id)) known = await getPayment(call, lookup.id);
    else
      preference = mpPreference.parse(
        await call((clients) => clients.preference.get({ preferenceId: lookup.id })),
      );
  }
  const reference =
    "reference" in lookup ? lookup.reference : (known ?? preference)?.external_reference || null;
  const payments = reference ? await paymentsOf(call, reference, known) : known ? [known] : [];
  const isOfAnother =
    isForeign(preference?.collector_id) || payments.some((row) => isForeign(row.collector_id));
  if (isOfAnother) return mercadoPagoRefused("gateway_not_found", "it belongs to another account");
  const externalId = preference?.id ?? known?.id ?? payments.at(-1)?.id ?? "";
  const payment = readPayment({ externalId, reference, preference, payments, now: now() });
  return payment ? { ok: true, payment } : mercadoPagoRefused("gateway_not_found", "nothing was paid for it");
}
