/** An error as MercadoPago writes it. */
export function mercadoPagoError(status: number, error: string, message: string): Response {
  return Response.json({ message, error, status, cause: [] }, { status });
}

export const badRequest = (message: string) => mercadoPagoError(400, "bad_request", message);
export const notFound = (message: string) => mercadoPagoError(404, "not_found", message);
