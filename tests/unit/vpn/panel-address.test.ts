import { describe, expect, it } from "vitest";
import { panelAddress } from "@/lib/domain/vpn/panel-address";

describe("the address of a panel", () => {
  it("is the same however it is spelled", () => {
    const spelled = [
      "https://Panel.example.com/secret",
      "https://panel.example.com:443/secret/",
      " https://admin@panel.example.com/secret//?a=1 ",
    ];
    expect(new Set(spelled.map(panelAddress))).toEqual(new Set(["panel.example.com:443/secret"]));
  });

  it("tells other ports and paths apart, also by their letters, and is none for what is no address", () => {
    const others = [
      "http://panel.example.com/a",
      "https://panel.example.com/a",
      "https://panel.example.com/A",
    ];
    expect(new Set(others.map(panelAddress)).size).toBe(3);
    expect(panelAddress("http://[::1]:8000/")).toBe("[::1]:8000");
    expect(panelAddress("nowhere")).toBeNull();
  });
});
