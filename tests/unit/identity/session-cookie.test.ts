import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import {
  cookieName,
  cookieOptions,
  findSessionCookie,
  sealSessionId,
  unsealSessionId,
} from "@/lib/auth/session-cookie";

const ID = "019a9f3e-0000-7000-8000-00000000abcd";
const http = { publicUrl: new URL("http://localhost:3000"), authSecret: "a".repeat(32) };
const https = { publicUrl: new URL("https://shop.example"), authSecret: "a".repeat(32) };

describe("the session cookie", () => {
  it("carries a session id that only the same secret can read", async () => {
    const value = await sealSessionId(http, ID);
    expect(value).not.toContain(ID);
    expect(await unsealSessionId(http, value)).toBe(ID);
    expect(await unsealSessionId({ ...http, authSecret: "b".repeat(32) }, value)).toBeNull();
  });

  it.each(["", "garbage", "a.b.c.d.e"])("reads nothing from %j", async (value) => {
    expect(await unsealSessionId(http, value)).toBeNull();
  });

  it("reads nothing from an expired token or one without a session id", async () => {
    const old = await encode({ token: { sid: ID }, secret: http.authSecret, maxAge: -60 });
    const other = await encode({ token: { sub: ID }, secret: http.authSecret });
    expect(await unsealSessionId(http, old)).toBeNull();
    expect(await unsealSessionId(http, other)).toBeNull();
  });

  it("is bound to the host under https", () => {
    expect(cookieName("session", https)).toBe("__Host-patchbay.session");
    expect(cookieOptions(https)).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
    expect(cookieName("session", http)).toBe("patchbay.session");
  });

  it("is found among other cookies", () => {
    expect(findSessionCookie(http, "theme=dark; patchbay.session=abc.def; x=y")).toBe("abc.def");
    expect(findSessionCookie(http, "theme=dark")).toBeNull();
    expect(findSessionCookie(http, null)).toBeNull();
  });
});
