/** An error as Stripe writes it (docs.stripe.com/api/errors). */
export function stripeError(
  status: number,
  type: "invalid_request_error" | "idempotency_error" | "authentication_error" | "rate_limit_error",
  message: string,
  more: { code?: string; param?: string } = {},
): Response {
  return Response.json({ error: { type, message, ...more } }, { status });
}

export const missing = (what: string, id: string) =>
  stripeError(404, "invalid_request_error", `No such ${what}: '${id}'`, {
    code: "resource_missing",
    param: "id",
  });

export const invalid = (message: string, param?: string, code?: string) =>
  stripeError(400, "invalid_request_error", message, { ...(param && { param }), ...(code && { code }) });
