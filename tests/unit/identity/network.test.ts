import { describe, expect, it } from "vitest";
import { networkOf } from "@/lib/domain/identity/network";

describe("networkOf", () => {
  it.each([
    ["203.0.113.7", "203.0.113.0/24"],
    ["::ffff:203.0.113.200", "203.0.113.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
    ["no address", "unknown"],
    [null, "unknown"],
  ])("puts %j into %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
