import { z } from "zod";

/** A client as both generations write it; `totalGB` is bytes, times are milliseconds. */
export const clientInput = z.object({
  email: z.string().min(1).regex(/^\S+$/),
  id: z.string().default(""),
  password: z.string().default(""),
  flow: z.string().default(""),
  totalGB: z.number().int().min(0).default(0),
  expiryTime: z.number().int().default(0),
  enable: z.boolean().default(true),
  limitIp: z.number().int().default(0),
  tgId: z.union([z.number(), z.string()]).default(0),
  subId: z.string().default(""),
  comment: z.string().default(""),
  reset: z.number().int().default(0),
});
type ClientInput = z.infer<typeof clientInput>;

export interface StoredClient extends ClientInput {
  inboundIds: number[];
  up: number;
  down: number;
  lastOnline: number;
}

interface SimulatedInbound {
  id: number;
  tag: string;
  remark: string;
  protocol: string;
  port: number;
}

/** Clients of one 3x-ui; an email is theirs alone in the whole panel. */
export class ClientTable {
  readonly clients = new Map<string, StoredClient>();
  /** What a deletion with keepTraffic left. */
  private readonly kept = new Map<string, { up: number; down: number }>();

  constructor(
    readonly inbounds: readonly SimulatedInbound[],
    private readonly now: () => number,
  ) {}

  /** A refusal in its words; null when it was done. */
  add(input: ClientInput, inboundIds: number[]): string | null {
    if (this.clients.has(input.email)) return `Duplicate email: ${input.email}`;
    if (inboundIds.length === 0 || inboundIds.some((id) => !this.inbound(id))) return "record not found";
    const { up, down } = this.kept.get(input.email) ?? { up: 0, down: 0 };
    this.kept.delete(input.email);
    this.clients.set(input.email, { ...input, inboundIds, up, down, lastOnline: 0 });
    return null;
  }

  /** The row is replaced; its counters and inbounds stay. */
  replace(client: StoredClient, input: ClientInput): string | null {
    if (input.email !== client.email && this.clients.has(input.email))
      return `Duplicate email: ${input.email}`;
    this.clients.delete(client.email);
    this.clients.set(input.email, { ...client, ...input });
    return null;
  }

  delete(client: StoredClient, keepsTraffic: boolean): void {
    this.clients.delete(client.email);
    if (keepsTraffic) this.kept.set(client.email, { up: client.up, down: client.down });
  }

  inbound(id: number): SimulatedInbound | undefined {
    return this.inbounds.find((one) => one.id === id);
  }

  /** In 2.x a client is known by what its protocol calls its secret. */
  byClientId(inboundId: number, clientId: string): StoredClient | undefined {
    const protocol = this.inbound(inboundId)?.protocol;
    const key = protocol === "trojan" ? "password" : protocol === "shadowsocks" ? "email" : "id";
    return [...this.clients.values()].find(
      (one) => one.inboundIds.includes(inboundId) && one[key] === clientId,
    );
  }

  /** Enabled, within its limit and not over; a negative end counts from its first use. */
  isActive({ enable, totalGB, up, down, expiryTime }: StoredClient): boolean {
    const isUsedUp = totalGB > 0 && up + down >= totalGB;
    return enable && !isUsedUp && (expiryTime <= 0 || expiryTime > this.now());
  }

  clear(): void {
    this.clients.clear();
    this.kept.clear();
  }
}

export const trafficRow = (client: StoredClient) => ({
  email: client.email,
  up: client.up,
  down: client.down,
  total: client.totalGB,
  expiryTime: client.expiryTime,
  enable: client.enable,
  lastOnline: client.lastOnline,
  subId: client.subId,
  uuid: client.id,
});
