import { type ClientHttp2Session, connect, constants, type IncomingHttpHeaders } from "node:http2";
import type { PanelError } from "@/lib/domain/vpn/types";
import { panelError } from "../panel-error";
import type { XrayCredentials, XrayOptions } from "./connection";
import { type BrokenConnection, kindOfHttpStatus, readBroken } from "./grpc-status";

const FRAME_HEAD = 5;
/** Statistics of some 600,000 persons. */
const MAX_ANSWER = 64 * 1024 * 1024;
const IDLE_MS = 10_000;

export type CallResult =
  | { ok: true; payload: Buffer }
  /** The core itself refused: its status and words. */
  | { ok: false; status: number; text: string; error: null }
  | { ok: false; status: null; text: string; error: PanelError };

const broken = (error: PanelError): CallResult => ({ ok: false, status: null, text: error.text, error });

function frame(payload: Buffer): Buffer {
  const head = Buffer.alloc(FRAME_HEAD);
  head.writeUInt32BE(payload.length, 1);
  return Buffer.concat([head, payload]);
}

/** One message, not compressed; null for anything else. */
function unframe(body: Buffer): Buffer | null {
  if (body.length < FRAME_HEAD || body[0] !== 0) return null;
  return body.readUInt32BE(1) === body.length - FRAME_HEAD ? body.subarray(FRAME_HEAD) : null;
}

function readableText(percentEncoded: string): string {
  try {
    return decodeURIComponent(percentEncoded);
  } catch {
    return percentEncoded;
  }
}

function outcome(headers: IncomingHttpHeaders, trailers: IncomingHttpHeaders, body: Buffer): CallResult {
  const httpStatus = Number(headers[":status"]);
  const type = String(headers["content-type"] ?? "");
  if (httpStatus !== 200) return broken(panelError(kindOfHttpStatus(httpStatus), `HTTP ${httpStatus}`));
  if (!type.startsWith("application/grpc"))
    return broken(panelError("protocol", `It answers ${type || "without a type"}, which is no gRPC.`));
  // A call that fails at once has its status in the only head there is.
  const said = { ...headers, ...trailers };
  const status = Number(said["grpc-status"] ?? Number.NaN);
  if (!Number.isInteger(status))
    return broken(panelError("protocol", "The answer ends without a status of gRPC."));
  const text = readableText(String(said["grpc-message"] ?? ""));
  if (status !== 0) return { ok: false, status, text: text || `gRPC status ${status}`, error: null };
  const payload = unframe(body);
  return payload
    ? { ok: true, payload }
    : broken(panelError("protocol", "The answer is no message of gRPC."));
}

/** Calls of gRPC with one question and one answer, over one connection of HTTP/2 that closes when nobody uses it. */
export class UnaryCaller {
  private session: ClientHttp2Session | null = null;
  private inFlight = 0;

  constructor(
    private readonly address: URL,
    private readonly credentials: XrayCredentials,
    private readonly options: XrayOptions,
  ) {}

  /** `path` is "/package.Service/Method". Never throws. */
  call(path: string, payload: Buffer): Promise<CallResult> {
    const session = this.open();
    this.inFlight += 1;
    session.ref();
    return this.ask(session, path, payload).finally(() => {
      this.inFlight -= 1;
      // A connection that only waits does not keep a program from ending.
      if (this.inFlight === 0 && !session.destroyed) session.unref();
    });
  }

  private open(): ClientHttp2Session {
    if (this.session && !this.session.closed && !this.session.destroyed) return this.session;
    const { ca, certificate, key } = this.credentials;
    const session = connect(this.address, { ca, cert: certificate, key });
    session.setMaxListeners(0);
    // Each call hears of the end of its connection itself.
    session.on("error", () => undefined);
    session.setTimeout(IDLE_MS, () => {
      if (this.inFlight === 0) session.close();
    });
    this.session = session;
    return session;
  }

  private ask(session: ClientHttp2Session, path: string, payload: Buffer): Promise<CallResult> {
    return new Promise((resolve) => {
      const { connectMs, totalMs } = this.options;
      const { token } = this.credentials;
      let headers: IncomingHttpHeaders = {};
      let trailers: IncomingHttpHeaders = {};
      const parts: Buffer[] = [];
      let size = 0;

      const stream = session.request({
        ":method": "POST",
        ":path": path,
        "content-type": "application/grpc",
        te: "trailers",
        "grpc-timeout": `${totalMs}m`,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      });
      const done = (result: CallResult) => {
        clearTimeout(connecting);
        clearTimeout(answering);
        session.off("error", onBroken);
        if (!stream.closed) stream.close(constants.NGHTTP2_CANCEL);
        resolve(result);
      };
      const onBroken = (error: BrokenConnection) => {
        const { kind, text } = readBroken(error);
        done(broken(panelError(kind, text)));
      };
      const giveUp = (words: string) => {
        // Others may wait on this connection as well: it is as dead for them.
        session.destroy();
        done(broken(panelError("unreachable", words)));
      };
      const connecting = setTimeout(() => {
        if (session.connecting) giveUp(`No connection within ${connectMs} ms.`);
      }, connectMs);
      const answering = setTimeout(() => giveUp(`No answer within ${totalMs} ms.`), totalMs);

      session.on("error", onBroken);
      stream.on("error", onBroken);
      stream.on("response", (head) => {
        headers = head;
      });
      stream.on("trailers", (tail) => {
        trailers = tail;
      });
      stream.on("data", (part: Buffer) => {
        size += part.length;
        if (size > MAX_ANSWER) done(broken(panelError("protocol", "The answer is too large.")));
        else parts.push(part);
      });
      stream.on("end", () => headers[":status"] && done(outcome(headers, trailers, Buffer.concat(parts))));
      stream.on("close", () => {
        // Some end the connection of a stranger without a word.
        const isShown = this.credentials.certificate !== undefined;
        const perhaps = isShown ? " Perhaps the node does not take this certificate." : "";
        done(broken(panelError("unreachable", `The connection ended before the answer.${perhaps}`)));
      });
      stream.end(frame(payload));
    });
  }
}
