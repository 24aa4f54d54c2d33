import {
  createSecureServer,
  createServer,
  type Http2SecureServer,
  type Http2Server,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import type { AddressInfo } from "node:net";
import { type CoreAnswer, SimulatedCore } from "./core";

/** `stall` does what it is asked and says nothing; `inside` says HTTP 200 and a status of gRPC that is no success. */
export type CoreTrouble = "none" | "stall" | "inside" | "garbage";

export interface CoreServerOptions {
  tags: readonly string[];
  /** What a proxy in front of the core asks for; none lets everybody in. */
  token?: string;
  /** PEM of the proxy in front of the core that lets in only whom `clientAuthority` has signed; none speaks plainly. */
  mutualTls?: { certificate: string; key: string; clientAuthority: string };
}

function frame(message: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

/** A core's gRPC API on a real socket: HTTP/2 without TLS as cores speak it, or with it as a proxy in front of one does. */
export class CoreServer {
  readonly core: SimulatedCore;
  trouble: CoreTrouble = "none";
  private server: Http2Server | Http2SecureServer | null = null;
  private readonly sessions = new Set<ServerHttp2Session>();
  private port = 0;

  constructor(private readonly options: CoreServerOptions) {
    this.core = new SimulatedCore(options.tags);
  }

  get url(): string {
    return `${this.options.mutualTls ? "https" : "http"}://127.0.0.1:${this.port}`;
  }

  /** On a free port the first time, then on the same. */
  async start(): Promise<void> {
    const server = this.createServer();
    server.on("session", (session) => {
      this.sessions.add(session);
      session.on("close", () => this.sessions.delete(session));
      session.on("error", () => undefined);
    });
    server.on("stream", (stream, headers) => {
      stream.on("error", () => undefined);
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        this.take(stream, String(headers[":path"]), headers.authorization, Buffer.concat(parts));
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(this.port, "127.0.0.1", resolve);
    });
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  private createServer(): Http2Server | Http2SecureServer {
    const { mutualTls } = this.options;
    if (!mutualTls) return createServer();
    const { certificate: cert, key, clientAuthority: ca } = mutualTls;
    const server = createSecureServer({ cert, key, ca, requestCert: true, rejectUnauthorized: true });
    // Whoever is turned away hears of it from TLS itself.
    return server.on("tlsClientError", () => undefined);
  }

  async stop(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (!server) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const session of this.sessions) session.destroy();
    });
  }

  private take(
    stream: ServerHttp2Stream,
    path: string,
    authorization: string | undefined,
    body: Buffer,
  ): void {
    if (this.options.token && authorization !== `Bearer ${this.options.token}`) {
      stream.respond({ ":status": 401, "content-type": "text/html" });
      stream.end("<html><h1>401 Authorization Required</h1></html>");
      return;
    }
    if (this.trouble === "garbage") {
      stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
      stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
      stream.end(frame(Buffer.from("ffffffffffffffffffffff", "hex")).subarray(0, -2));
      return;
    }
    const answer: CoreAnswer =
      this.trouble === "inside"
        ? { status: 2, message: "app/proxyman/command: database is locked" }
        : this.core.answer(path, body.subarray(5));
    if (this.trouble !== "stall") this.say(stream, answer);
  }

  private say(stream: ServerHttp2Stream, answer: CoreAnswer): void {
    if (!Buffer.isBuffer(answer)) {
      const { status, message } = answer;
      stream.respond(
        {
          ":status": 200,
          "content-type": "application/grpc",
          "grpc-status": String(status),
          "grpc-message": encodeURIComponent(message),
        },
        { endStream: true },
      );
      return;
    }
    stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
    stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0", "grpc-message": "" }));
    stream.end(frame(answer));
  }
}
