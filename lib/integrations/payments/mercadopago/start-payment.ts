import { toDecimal } from "@/lib/domain/kernel/money";
import type { GatewayResult, StartedPayment, StartPayment } from "@/lib/domain/payments/types";
import { mercadoPagoRefused } from "./refusal";
import type { MercadoPagoCaller } from "./sdk";
import { mpPayment, mpPreference } from "./shapes";

/** MercadoPago reads an offset, not "Z". */
const moment = (date: Date) => date.toISOString().replace("Z", "+00:00");

/** Notifications of the new kind alone: without this the older IPN comes too. */
function notificationUrl(url: string | undefined): { notification_url?: string } {
  if (!url) return {};
  const address = new URL(url);
  address.searchParams.set("source_news", "webhooks");
  return { notification_url: address.toString() };
}

/** The protocol wants a JSON number; it is made from the exact digits. */
const price = ({ amount }: StartPayment) => Number(toDecimal(amount.micros));

export async function startHosted(
  call: MercadoPagoCaller,
  input: StartPayment,
  hook: string | undefined,
): Promise<GatewayResult<StartedPayment>> {
  const { returnUrl } = input;
  const answer = await call(
    ({ preference }) =>
      preference.create({
        body: {
          items: [
            {
              id: input.reference,
              title: input.description,
              quantity: 1,
              unit_price: price(input),
              currency_id: input.amount.currency,
            },
          ],
          payer: { email: input.customerEmail },
          external_reference: input.reference,
          back_urls: { success: returnUrl, pending: returnUrl, failure: returnUrl },
          // Refused for an address that is not public.
          ...(returnUrl.startsWith("https:") && { auto_return: "approved" }),
          expires: true,
          expiration_date_to: moment(input.expiresAt),
          ...notificationUrl(hook),
        },
      }),
    input.idempotencyKey,
  );
  const preference = mpPreference.parse(answer);
  return { ok: true, externalId: preference.id, redirectUrl: preference.init_point };
}

export async function startPix(
  call: MercadoPagoCaller,
  input: StartPayment,
  hook: string | undefined,
): Promise<GatewayResult<StartedPayment>> {
  const answer = await call(
    ({ payment }) =>
      payment.create({
        body: {
          transaction_amount: price(input),
          description: input.description,
          payment_method_id: "pix",
          payer: { email: input.customerEmail },
          external_reference: input.reference,
          date_of_expiration: moment(input.expiresAt),
          ...notificationUrl(hook),
        },
      }),
    input.idempotencyKey,
  );
  const payment = mpPayment.parse(answer);
  const data = payment.point_of_interaction?.transaction_data;
  if (!data?.qr_code || !data.qr_code_base64)
    return mercadoPagoRefused("gateway_unavailable", "no Pix code in the answer", true);
  return {
    ok: true,
    externalId: payment.id,
    pix: {
      copyPaste: data.qr_code,
      qrPngBase64: data.qr_code_base64,
      expiresAt: payment.date_of_expiration ?? input.expiresAt,
      pageUrl: data.ticket_url ?? null,
    },
  };
}
