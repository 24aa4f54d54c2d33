import { decode, encode, part, text } from "./protobuf";

export type Flavour = "xray" | "v2ray.core" | "next.core";

/** What a core answers a call with: a message, or a status of gRPC with words. */
export type CoreAnswer = Buffer | { status: number; message: string };

const UNKNOWN = 2;
const UNIMPLEMENTED = 12;
const NO_MESSAGE = Buffer.alloc(0);

const failed = (message: string): CoreAnswer => ({ status: UNKNOWN, message });

/** A core in memory: inbounds with their users, outbounds and counters. A restart loses what came by the API. */
export class SimulatedCore {
  flavour: Flavour = "xray";
  readonly inbounds = new Map<string, Map<string, Buffer>>();
  readonly outbounds = new Set<string>();
  readonly counters = new Map<string, bigint>();
  /** Where users are online from. */
  readonly addresses = new Map<string, string[]>();
  private startedAt = Date.now();

  constructor(private readonly tags: readonly string[]) {
    this.restart();
  }

  restart(): void {
    this.inbounds.clear();
    for (const tag of this.tags) this.inbounds.set(tag, new Map());
    this.outbounds.clear();
    this.counters.clear();
    this.startedAt = Date.now();
  }

  /** The secret of a user on an inbound as text: a UUID or a password; null where there is no such user. */
  secretOf(tag: string, email: string): string | null {
    const account = this.inbounds.get(tag)?.get(email);
    return account ? text(decode(part(decode(account), 2)), 1) : null;
  }

  forget(email: string): void {
    for (const users of this.inbounds.values()) users.delete(email);
  }

  count(email: string, uplink: bigint, downlink: bigint): void {
    this.grow(`user>>>${email}>>>traffic>>>uplink`, uplink);
    this.grow(`user>>>${email}>>>traffic>>>downlink`, downlink);
  }

  /** `path` is "/package.Service/Method". */
  answer(path: string, request: Buffer): CoreAnswer {
    const [, service = "", method = ""] = path.split("/");
    // Xray answers to V2Ray's names as well.
    const names = this.flavour === "xray" ? ["xray", "v2ray.core"] : [this.flavour];
    const found = names.find((name) => service.startsWith(`${name}.`));
    if (!found) return { status: UNIMPLEMENTED, message: `unknown service ${service}` };
    const unknown = { status: UNIMPLEMENTED, message: `unknown method ${method} for service ${service}` };
    switch (`${service.slice(found.length + 1)}/${method}`) {
      case "app.proxyman.command.HandlerService/AlterInbound":
        return this.alter(request);
      case "app.proxyman.command.HandlerService/AddOutbound":
        return this.addOutbound(text(decode(part(decode(request), 1)), 1));
      case "app.proxyman.command.HandlerService/RemoveOutbound":
        this.outbounds.delete(text(decode(request), 1));
        return NO_MESSAGE;
      case "app.proxyman.command.HandlerService/GetInboundUsers":
        return this.flavour === "xray" ? this.list(text(decode(request), 1)) : unknown;
      case "app.proxyman.command.HandlerService/ListInbounds":
        if (this.flavour !== "xray") return unknown;
        return Buffer.concat(["api", ...this.inbounds.keys()].map((tag) => encode(1, encode(1, tag))));
      case "app.stats.command.StatsService/QueryStats":
        return this.query(text(decode(request), 1));
      case "app.stats.command.StatsService/GetStatsOnlineIpList":
        return this.flavour === "xray" ? this.online(text(decode(request), 1)) : unknown;
      case "app.stats.command.StatsService/GetSysStats":
        return encode(10, BigInt(Math.floor((Date.now() - this.startedAt) / 1_000)));
      default:
        return unknown;
    }
  }

  private grow(name: string, by: bigint): void {
    this.counters.set(name, (this.counters.get(name) ?? 0n) + by);
  }

  private alter(request: Buffer): CoreAnswer {
    const fields = decode(request);
    const tag = text(fields, 1);
    const users = this.inbounds.get(tag);
    const operation = decode(part(fields, 2));
    const body = decode(part(operation, 2));
    const command = `${this.flavour}.app.proxyman.command.`;
    if (!users) return failed(`${command}: failed to get handler: ${tag} > handler not found: ${tag}`);
    switch (text(operation, 1)) {
      case `${command}AddUserOperation`: {
        const user = decode(part(body, 1));
        const email = text(user, 2);
        const account = part(user, 3);
        if (!text(decode(account), 1).startsWith(`${this.flavour}.proxy.`))
          return failed("unknown account type");
        if (users.has(email)) return failed(`proxy/vless: User ${email} already exists.`);
        users.set(email, account);
        return NO_MESSAGE;
      }
      case `${command}RemoveUserOperation`: {
        const email = text(body, 1);
        return users.delete(email) ? NO_MESSAGE : failed(`proxy/vless: User ${email} not found.`);
      }
      default:
        return failed(`app/proxyman/command: unknown operation ${text(operation, 1)}`);
    }
  }

  private addOutbound(tag: string): CoreAnswer {
    if (this.outbounds.has(tag)) return failed(`app/proxyman/outbound: existing tag found: ${tag}`);
    this.outbounds.add(tag);
    for (const way of ["uplink", "downlink"]) this.counters.set(`outbound>>>${tag}>>>traffic>>>${way}`, 0n);
    return NO_MESSAGE;
  }

  private list(tag: string): CoreAnswer {
    const users = this.inbounds.get(tag);
    if (tag === "api") return failed("app/proxyman/command: proxy is not a UserManager");
    if (!users) return failed(`handler not found: ${tag}`);
    return Buffer.concat(
      [...users].map(([email, account]) => encode(1, Buffer.concat([encode(2, email), encode(3, account)]))),
    );
  }

  private online(name: string): CoreAnswer {
    const addresses = this.addresses.get(/^user>>>(.+)>>>online$/.exec(name)?.[1] ?? "");
    if (!addresses) return failed(`app/stats/command: ${name} not found.`);
    const now = BigInt(Math.floor(Date.now() / 1_000));
    const entries = addresses.map((address) => Buffer.concat([encode(1, address), encode(2, now)]));
    return Buffer.concat([encode(1, name), ...entries.map((entry) => encode(2, entry))]);
  }

  private query(pattern: string): CoreAnswer {
    const found = [...this.counters].filter(([name]) => name.includes(pattern));
    return Buffer.concat(
      found.map(([name, value]) => encode(1, Buffer.concat([encode(1, name), encode(2, value)]))),
    );
  }
}
