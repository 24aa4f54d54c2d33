import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gigabytes } from "@/lib/domain/vpn/bytes";
import { extendedTerms } from "@/lib/domain/vpn/extension";
import { previewInbound } from "@/lib/domain/vpn/queries/inbound-preview";

const DAY = 86_400_000;
const NOW = new Date(Date.UTC(2026, 0, 31));
const terms = {
  status: "ACTIVE" as const,
  expiresAt: new Date(NOW.getTime() + 10 * DAY),
  trafficBytes: gigabytes(10),
  usedUploadBytes: 0n,
  usedDownloadBytes: 0n,
  exhaustedAt: null,
};

describe("an extension", () => {
  it("goes on from the end while it runs, and from now after it", () => {
    expect(extendedTerms(terms, { days: 5, trafficGb: 0 }, NOW)?.expiresAt).toEqual(
      new Date(NOW.getTime() + 15 * DAY),
    );
    const over = { ...terms, status: "EXPIRED" as const, expiresAt: new Date(NOW.getTime() - DAY) };
    expect(extendedTerms(over, { days: 5, trafficGb: 0 }, NOW)).toMatchObject({
      status: "ACTIVE",
      expiresAt: new Date(NOW.getTime() + 5 * DAY),
    });
    expect(extendedTerms(over, { days: 0, trafficGb: 5 }, NOW)).toBeNull();
    expect(extendedTerms({ ...terms, status: "CANCELED" }, { days: 5, trafficGb: 0 }, NOW)).toBeNull();
    expect(extendedTerms({ ...terms, status: "SUSPENDED" }, { days: 5, trafficGb: 0 }, NOW)?.status).toBe(
      "SUSPENDED",
    );
  });

  it("follows the end while the grace keeps connections open, though traffic alone comes too late", () => {
    const inGrace = { ...terms, expiresAt: new Date(NOW.getTime() - 60_000) };
    expect(extendedTerms(inGrace, { days: 5, trafficGb: 0 }, NOW)?.expiresAt).toEqual(
      new Date(NOW.getTime() - 60_000 + 5 * DAY),
    );
    const cut = { ...inGrace, usedDownloadBytes: gigabytes(10), exhaustedAt: NOW };
    expect(extendedTerms(cut, { days: 5, trafficGb: 1 }, NOW)?.expiresAt).toEqual(
      new Date(NOW.getTime() + 5 * DAY),
    );
    expect(extendedTerms(inGrace, { days: 0, trafficGb: 5 }, NOW)).toBeNull();
  });

  it("opens used-up traffic exactly when some is left afterwards, and never shortens anything", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 50 }),
        fc.bigInt({ min: 0n, max: gigabytes(40) }),
        (days, trafficGb, used) => {
          const exhausted = { ...terms, usedDownloadBytes: used, exhaustedAt: NOW };
          const after = extendedTerms(exhausted, { days, trafficGb }, NOW);
          if (!after) return false;
          const left = gigabytes(10 + trafficGb) - used;
          return (
            (after.exhaustedAt === null) === left > 0n &&
            after.expiresAt >= terms.expiresAt &&
            after.trafficBytes === gigabytes(10 + trafficGb)
          );
        },
      ),
    );
  });
});

describe("the preview of an inbound", () => {
  const server = { name: "Frankfurt", domain: "de1.example.com" };
  const open = {
    protocol: "VLESS",
    tag: "open",
    port: 443,
    transport: { kind: "tcp" },
    security: { kind: "none" },
    encryption: "none",
    flow: "",
  } as const;

  it("shows the link that customers will have, and who cannot use it", () => {
    const tls = { kind: "tls", serverName: "de1.example.com", fingerprint: "chrome", alpn: [] } as const;
    const preview = previewInbound(server, {
      ...open,
      transport: { kind: "xhttp", path: "/x", host: "", mode: "auto" },
      security: { ...tls, alpn: [] },
    });
    expect(preview.problems).toEqual([]);
    expect(preview.link).toMatch(/^vless:\/\/00000000-[^@]+@de1\.example\.com:443\?.*type=xhttp/);
    expect(preview.appsWithout).toContain("hiddify");
  });

  it("says why current cores refuse it", () => {
    expect(previewInbound(server, open).problems).toEqual(["unencrypted_to_public"]);
    expect(previewInbound({ ...server, domain: "no host" }, open).link).toBeNull();
  });
});
