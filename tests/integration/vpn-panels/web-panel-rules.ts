import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { VpnPanelAdapter } from "@/lib/domain/vpn/ports";
import type { PanelAccount, PanelErrorKind, PanelResult } from "@/lib/domain/vpn/types";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";

/** What a panel can be told to do to the adapter. */
export type PanelTrouble =
  | "error"
  | "garbage"
  | "timeout"
  | "lost-answer"
  | "dead"
  | "wrong-key"
  | "throttle"
  | "answer";

export interface SeenAccount {
  isActive: boolean;
  usedBytes: number;
  limitBytes: number | null;
  expiresAt: number | null;
}

/** One kind of panel with what stands behind it, as the shared suite needs it. */
export interface PanelUnderTest {
  /** A new adapter, with the right or a wrong secret; one that is hasty gives up soon. */
  connect(secret: "right" | "wrong" | "hasty"): VpnPanelAdapter;
  /** Inbounds that are there, and one that is not. */
  inbounds: readonly InboundTemplate[];
  missingInbound: InboundTemplate | null;
  /** What the panel itself says of an account; undefined when it has none of that name. */
  look(username: string): SeenAccount | undefined;
  /** Uses a connection; false when the panel does not let it through. */
  use(username: string, uploadBytes: number, downloadBytes: number): boolean;
  trouble(behaviour: PanelTrouble, count?: number): void;
  reset(): void;
  close(): Promise<void>;
}

/** How finely a panel keeps what it is told. */
export interface PanelGrain {
  expiryMs: number;
  /** False where the panel cannot tell upload from download. */
  tellsDirections: boolean;
}

const DAY = 86_400_000;
const GB = 1024 ** 3;

export function accountOf(
  inbounds: readonly InboundTemplate[],
  over: Partial<PanelAccount> = {},
): PanelAccount {
  return {
    username: "sub_42",
    remoteId: null,
    credential: {
      uuid: "3b241101-e2bb-4255-8caf-4136c566a962",
      password: "pw-of-sub-42-Zb7",
      shadowsocksKey: Buffer.alloc(32, 7).toString("base64"),
      wireguard: {
        privateKey: Buffer.alloc(32, 3).toString("base64"),
        publicKey: Buffer.alloc(32, 4).toString("base64"),
        presharedKey: Buffer.alloc(32, 5).toString("base64"),
        addresses: ["10.66.0.2/32"],
      },
    },
    isActive: true,
    expiresAt: new Date(Date.now() + 30 * DAY),
    remainingBytes: BigInt(5 * GB),
    maxDevices: 3,
    inbounds,
    remainingDays: 30,
    note: "sub:42",
    ...over,
  };
}

export function kindOf(result: PanelResult<object>): PanelErrorKind | "fine" {
  return result.ok ? "fine" : result.error.kind;
}

/** Fails with the panel's own words. */
export function fine<T extends object>(result: PanelResult<T>): T {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.text}`);
  return result;
}

/** What every adapter of a panel with an HTTP API does, in each kind of trouble such a panel makes. */
export function describeWebPanelRules(
  name: string,
  open: () => Promise<PanelUnderTest>,
  grain: PanelGrain,
): void {
  describe(`rules of web panels: ${name}`, () => {
    let panel: PanelUnderTest;
    let adapter: VpnPanelAdapter;
    let account: PanelAccount;

    beforeAll(async () => {
      panel = await open();
    });
    afterAll(() => panel.close());
    beforeEach(() => {
      panel.reset();
      adapter = panel.connect("right");
      account = accountOf(panel.inbounds);
    });

    const readingOf = async (username: string) =>
      fine(await adapter.readUsage()).readings.find((reading) => reading.username === username);
    const total = async (username: string) => {
      const reading = await readingOf(username);
      return reading && Number(reading.uploadBytes + reading.downloadBytes);
    };

    it("tells the panel the end and what is left", async () => {
      fine(await adapter.ensureAccount(account));
      const seen = panel.look("sub_42");
      expect(seen).toMatchObject({ isActive: true, usedBytes: 0 });
      expect(Math.abs((seen?.expiresAt ?? 0) - account.expiresAt.getTime())).toBeLessThanOrEqual(
        grain.expiryMs,
      );
      expect(Math.abs((seen?.limitBytes ?? 0) - 5 * GB)).toBeLessThanOrEqual(1);
    });

    it("has one list, empty at first", async () => {
      expect(fine(await adapter.listAccounts()).accounts).toEqual([]);
      expect(fine(await adapter.readUsage()).readings).toEqual([]);
      for (const username of ["sub_1", "sub_2", "sub_3"]) {
        const uuid = `3b241101-e2bb-4255-8caf-4136c566a96${username.at(-1)}`;
        fine(
          await adapter.ensureAccount({
            ...account,
            username,
            credential: { ...account.credential, uuid },
          }),
        );
      }
      const names = fine(await adapter.listAccounts()).accounts.map(({ username }) => username);
      expect(names.sort()).toEqual(["sub_1", "sub_2", "sub_3"]);
    });

    it("closes and opens the door", async () => {
      fine(await adapter.ensureAccount(account));
      expect(panel.use("sub_42", 10, 20)).toBe(true);
      fine(await adapter.ensureAccount({ ...account, isActive: false }));
      expect(panel.look("sub_42")?.isActive).toBe(false);
      expect(panel.use("sub_42", 10, 20)).toBe(false);
      fine(await adapter.ensureAccount(account));
      expect(panel.look("sub_42")?.isActive).toBe(true);
      expect(panel.use("sub_42", 10, 20)).toBe(true);
    });

    it("reads counters that grow and are not emptied by reading", async () => {
      fine(await adapter.ensureAccount(account));
      panel.use("sub_42", 1_000_000, 5_000_000);
      expect(await total("sub_42")).toBe(6_000_000);
      expect(await total("sub_42")).toBe(6_000_000);
      panel.use("sub_42", 1, 2);
      expect(await total("sub_42")).toBe(6_000_003);
      if (grain.tellsDirections) {
        expect(await readingOf("sub_42")).toMatchObject({
          uploadBytes: 1_000_001n,
          downloadBytes: 5_000_002n,
        });
      }
    });

    it("keeps counting through a renewal, and lets what was used up go on", async () => {
      fine(await adapter.ensureAccount({ ...account, remainingBytes: 1_000n }));
      panel.use("sub_42", 0, 2_000);
      expect(panel.look("sub_42")?.isActive).toBe(false);
      fine(await adapter.ensureAccount({ ...account, remainingBytes: BigInt(GB) }));
      expect(panel.look("sub_42")?.isActive).toBe(true);
      panel.use("sub_42", 0, 500);
      expect(await total("sub_42")).toBe(2_500);
    });

    it("does not take nothing left for no limit", async () => {
      fine(await adapter.ensureAccount({ ...account, remainingBytes: 0n }));
      expect(panel.look("sub_42")?.limitBytes).not.toBeNull();
      fine(await adapter.ensureAccount({ ...account, remainingBytes: null }));
      expect(panel.look("sub_42")?.limitBytes).toBeNull();
    });

    it.each([
      ["error", "unreachable"],
      ["garbage", "protocol"],
      ["timeout", "unreachable"],
      ["dead", "unreachable"],
      ["wrong-key", "auth"],
      ["throttle", "throttled"],
    ] as const)("names trouble: %s is %s", async (behaviour, kind) => {
      fine(await adapter.ensureAccount(account));
      panel.trouble(behaviour);
      const fresh = panel.connect(behaviour === "timeout" ? "hasty" : "right");
      expect(kindOf(await fresh.probe())).toBe(kind);
      expect(kindOf(await fresh.ensureAccount(account))).toBe(kind);
      expect(kindOf(await fresh.removeAccount(account))).toBe(kind);
      expect(kindOf(await fresh.listAccounts())).toBe(kind);
      expect(kindOf(await fresh.readUsage())).toBe(kind);
      panel.trouble("answer");
      fine(await panel.connect("right").ensureAccount(account));
    });

    it("asks again when a call breaks off that changes nothing", async () => {
      fine(await adapter.ensureAccount(account));
      panel.trouble("dead", 1);
      fine(await adapter.listAccounts());
      panel.trouble("error", 2);
      fine(await adapter.readUsage());
    });

    it("comes to the same end whichever answer is lost", async () => {
      for (let lost = 0; lost < 6; lost += 1) {
        panel.reset();
        if (lost > 0) panel.trouble("answer", lost);
        panel.trouble("lost-answer", 1);
        const first = await panel.connect("hasty").ensureAccount(account);
        if (!first.ok) fine(await panel.connect("right").ensureAccount(account));
        expect(panel.look("sub_42")?.isActive).toBe(true);
      }
    });

    it("refuses for good what the panel will never take", async () => {
      if (!panel.missingInbound) return;
      const strange = { ...account, inbounds: [panel.missingInbound] };
      expect(kindOf(await adapter.ensureAccount(strange))).toBe("validation");
    });
  });
}
