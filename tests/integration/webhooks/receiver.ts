import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

export interface Received {
  id: string;
  type: string;
  /** As it came. */
  text: string;
  body: Record<string, unknown> & { data?: Record<string, { id?: string }> };
  /** The secrets by which the standardwebhooks package took it. */
  verifiedBy: string[];
  headers: IncomingHttpHeaders;
  status: number;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** What it knows to check signatures by. */
  secrets: string[];
  /** The status it answers with, or nothing at all for "silence". */
  answer: (message: Received) => number | "silence";
  close(): Promise<void>;
}

/** A customer's server on loopback that checks every message by the package people are told to use. */
export async function openReceiver(): Promise<Receiver> {
  const receiver: Receiver = {
    url: "",
    received: [],
    secrets: [],
    answer: () => 200,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const headers = request.headers as Record<string, string>;
    const verifiedBy = receiver.secrets.filter((secret) => {
      try {
        new Webhook(secret).verify(text, headers);
        return true;
      } catch {
        return false;
      }
    });
    const body = JSON.parse(text);
    const id = String(headers["webhook-id"]);
    const type = body.type ?? "push";
    const message = { id, type, text, body, verifiedBy, headers: request.headers, status: 0 };
    const status = receiver.answer(message);
    message.status = status === "silence" ? 0 : status;
    receiver.received.push(message);
    if (status === "silence") return;
    response.writeHead(status).end(status === 200 ? "ok" : "no");
  });
  server.listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return receiver;
}
