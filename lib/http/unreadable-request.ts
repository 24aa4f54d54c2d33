import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { protocolRefusal } from "./protocol-refusal";

/** What node tells of a request that it could not read: its code, and as much as came. */
interface ParseError extends Error {
  code?: string;
  rawPacket?: Uint8Array;
}

const STATUSES: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
const TITLES: Record<number, string> = {
  400: "The request cannot be read. An address holds ASCII alone: encode everything else with percent signs.",
  408: "The request took too long to come.",
  431: "The headers are too large.",
};
/** The first line is all that is looked at. */
const MOST_LOOKED_AT = 2_000;

function addressOf({ rawPacket }: ParseError): string {
  const text = Buffer.from(rawPacket?.subarray(0, MOST_LOOKED_AT) ?? []).toString("latin1");
  return /^[A-Z]+ (\/\S*)/.exec(text)?.[1] ?? "";
}

/** The answer to a request that node's parser gave up on (a listener of "clientError"): node's own says nothing at all. */
export function answerUnreadable(error: ParseError, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUSES[error.code ?? ""] ?? 400;
  const words = status === 400 ? protocolRefusal(addressOf(error), "malformed_address") : null;
  const [type, body] = words
    ? ["text/plain; charset=utf-8", words.text]
    : [
        "application/problem+json",
        JSON.stringify({ type: "about:blank", title: TITLES[status], status, code: "malformed_address" }),
      ];
  const shown = words?.status ?? status;
  socket.end(
    [
      `HTTP/1.1 ${shown} ${STATUS_CODES[shown]}`,
      `content-type: ${type}`,
      `content-length: ${Buffer.byteLength(body)}`,
      "cache-control: no-store",
      "x-content-type-options: nosniff",
      "connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}
