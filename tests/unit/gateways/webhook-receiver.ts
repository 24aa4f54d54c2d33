import { createServer } from "node:http";
import type { WebhookRequest } from "@/lib/domain/payments/types";

/** A merchant's webhook address on loopback that keeps what comes in and answers with `status`. */
export async function receiveWebhooks(now: () => Date = () => new Date()) {
  const received: WebhookRequest[] = [];
  const answers = { status: 200 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://merchant");
      received.push({
        rawBody: Buffer.concat(chunks).toString("utf8"),
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ),
        query: Object.fromEntries(url.searchParams),
        now: now(),
      });
      response.writeHead(answers.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    received,
    answers,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
