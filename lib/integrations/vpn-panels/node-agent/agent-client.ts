import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { z } from "zod";
import {
  createPanelClient,
  type PanelAnswer,
  type PanelClient,
  type PanelPatience,
} from "../panel-http/panel-client";
import { panelFault } from "../panel-http/panel-fault";
import { expectBody, statusFault } from "../panel-http/read-answer";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * Signed calls to the agent of an own node, as `scripts/node-agent.mjs` describes them. The product's own clock is
 * the real one here: the two machines compare it.
 */
export class AgentClient {
  private readonly http: PanelClient;

  constructor(
    baseUrl: string,
    private readonly key: string,
    patience: PanelPatience,
  ) {
    this.http = createPanelClient({ baseUrl, ...patience });
  }

  /** Throws faults: of the connection, of the agent's refusal, of an answer that it cannot have written. */
  async call<T extends z.ZodType>(
    method: "GET" | "PUT" | "POST" | "DELETE",
    path: string,
    shape: T,
    json?: object,
  ): Promise<z.output<T>> {
    const time = String(Math.floor(Date.now() / 1_000));
    const nonce = randomBytes(16).toString("hex");
    const body = json ? JSON.stringify(json) : "";
    const answer = await this.http.send({
      method,
      path,
      ...(json ? { json } : {}),
      headers: {
        "x-agent-time": time,
        "x-agent-nonce": nonce,
        "x-agent-signature": this.sign(method, path, time, nonce, sha256(body)),
      },
    });
    // A wrong key signs wrong as well: what it says is told, but only as a refusal.
    if (answer.status === 401) throw statusFault(answer);
    this.expectSignature(answer, nonce);
    if (answer.status !== 200) throw statusFault(answer);
    return expectBody(answer, shape);
  }

  private sign(...parts: string[]): string {
    return createHmac("sha256", this.key).update(parts.join("\n")).digest("hex");
  }

  private expectSignature({ status, text, headers }: PanelAnswer, nonce: string): void {
    const given = Buffer.from(headers.get("x-agent-signature") ?? "");
    const wanted = Buffer.from(this.sign(nonce, String(status), sha256(text)));
    if (given.length === wanted.length && timingSafeEqual(given, wanted)) return;
    if (status === 502 || status === 503 || status === 504) throw panelFault("unreachable", `HTTP ${status}`);
    throw panelFault("protocol", `HTTP ${status}: the answer is not signed by the node's agent`);
  }
}
