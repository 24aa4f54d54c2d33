import type { PanelError } from "@/lib/domain/vpn/types";
import { panelError } from "../panel-error";
import type { CorePackage } from "./core-messages";
import { GRPC_UNIMPLEMENTED, kindOfGrpcStatus } from "./grpc-status";
import type { CallResult, UnaryCaller } from "./unary-call";

export type Answer = { ok: true; payload: Buffer } | { ok: false; error: PanelError; said: string };

const PACKAGES: readonly CorePackage[] = ["xray", "v2ray.core"];
const NOTHING = Buffer.alloc(0);

export const NO_SERVICE =
  "Neither Xray's nor V2Ray's services answer. The core's api.services needs HandlerService and StatsService.";

/** Which core answers: Xray knows V2Ray's old names too, so its own are tried first. */
export type Found = { ok: true; core: CorePackage | null } | { ok: false; error: PanelError; said: string };

function answer(result: CallResult): Answer {
  if (result.ok) return result;
  const error = result.error ?? panelError(kindOfGrpcStatus(result.status), result.text);
  return { ok: false, error, said: result.error ? "" : result.text };
}

/** The two services of a core's API that we need, by whatever package name the core has. */
export class CoreClient {
  private found: Promise<Found> | null = null;

  constructor(private readonly caller: UnaryCaller) {}

  /** Asked once; asked again when there was no answer, or when it is wanted `afresh`. */
  core({ afresh = false } = {}): Promise<Found> {
    if (afresh) this.found = null;
    this.found ??= this.find().then((found) => {
      if (!found.ok) this.found = null;
      return found;
    });
    return this.found;
  }

  async handler(method: string, payload: Buffer): Promise<Answer> {
    return this.ask("app.proxyman.command.HandlerService", method, payload);
  }

  async stats(method: string, payload: Buffer): Promise<Answer> {
    return this.ask("app.stats.command.StatsService", method, payload);
  }

  private async ask(service: string, method: string, payload: Buffer): Promise<Answer> {
    const found = await this.core();
    if (!found.ok) return found;
    if (!found.core) return { ok: false, error: panelError("validation", NO_SERVICE), said: "" };
    return answer(await this.caller.call(`/${found.core}.${service}/${method}`, payload));
  }

  private async find(): Promise<Found> {
    for (const core of PACKAGES) {
      const result = await this.caller.call(`/${core}.app.stats.command.StatsService/GetSysStats`, NOTHING);
      if (result.ok) return { ok: true, core };
      if (result.status !== GRPC_UNIMPLEMENTED) return answer(result) as Found & { ok: false };
    }
    return { ok: true, core: null };
  }
}
