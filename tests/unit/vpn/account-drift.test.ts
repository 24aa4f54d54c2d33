import { describe, expect, it } from "vitest";
import { accountDrift } from "@/lib/domain/vpn/account-drift";

const known = (username: string, isActive = true) => ({ username, remoteId: `r-${username}`, isActive });

describe("drift of accounts", () => {
  it("is none where the panel knows what it should", () => {
    const ours = [
      { id: "a", username: "sub_1", desiredState: "ACTIVE" as const },
      { id: "b", username: "sub_2", desiredState: "DISABLED" as const },
      { id: "c", username: "sub_3", desiredState: "DISABLED" as const },
      { id: "d", username: "sub_4", desiredState: "ABSENT" as const },
    ];
    const drift = accountDrift(ours, [known("sub_1"), known("sub_2", false), known("somebody")]);
    expect(drift).toEqual({
      ours: 3,
      closed: 2,
      there: 2,
      missing: [],
      wrong: [],
      leftOver: [],
      strangers: [],
    });
  });

  it("names what is missing, open, closed or left over, and who is a stranger", () => {
    const ours = [
      { id: "missing", username: "sub_1", desiredState: "ACTIVE" as const },
      { id: "open", username: "sub_2", desiredState: "DISABLED" as const },
      { id: "closed", username: "sub_3", desiredState: "ACTIVE" as const },
      { id: "left", username: "sub_4", desiredState: "ABSENT" as const },
    ];
    const drift = accountDrift(ours, [
      known("sub_2"),
      known("sub_3", false),
      known("sub_4", false),
      known("sub_99"),
    ]);
    expect(drift).toMatchObject({
      missing: ["missing"],
      wrong: ["open", "closed"],
      leftOver: ["left"],
      strangers: ["sub_99"],
    });
  });
});
