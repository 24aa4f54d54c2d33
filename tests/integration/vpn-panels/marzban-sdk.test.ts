import { MarzbanSDK } from "marzban-sdk";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { MarzbanPanel } from "@/lib/simulators/panels/marzban/panel";
import { startPanels } from "@/lib/simulators/panels/start";
import { CONTROL_SECRET } from "./simulated-panel";

/** An independent client, as published: what it understands is what Marzban says, and not only what we think it says. */
describe("marzban-sdk against the simulated Marzban", () => {
  const panel = new MarzbanPanel({ now: Date.now });
  let started: Awaited<ReturnType<typeof startPanels>>;
  const sdk = (password = panel.credentials.password) =>
    new MarzbanSDK({
      baseUrl: started.urlOf(panel),
      username: panel.credentials.username,
      password,
      retries: 0,
      authenticateOnInit: false,
    });
  const USER = {
    username: "sub_7",
    proxies: { vless: { flow: "xtls-rprx-vision" } },
    inbounds: { vless: ["VLESS TCP REALITY"] },
    data_limit: 1_000,
    expire: Math.floor(Date.now() / 1000) + 86_400,
  };

  beforeAll(async () => {
    started = await startPanels([panel], CONTROL_SECRET);
  });
  afterAll(() => started.close());
  beforeEach(() => panel.reset());

  it("logs in, reads the system and its inbounds", async () => {
    const client = sdk();
    await client.authorize();
    expect(await client.getAuthToken()).not.toBe("");
    expect(await client.system.getSystemStats()).toMatchObject({ version: "0.8.4", total_user: 0 });
    expect((await client.system.getInbounds()).vmess).toEqual([
      expect.objectContaining({ tag: "VMESS WS TLS" }),
    ]);
  });

  it("logs in by itself when its token is no longer taken", async () => {
    const client = sdk();
    await client.authorize();
    panel.restart();
    expect(await client.system.getSystemStats()).toMatchObject({ version: "0.8.4" });
  });

  it("is refused with a wrong password", async () => {
    const complaint = vi.spyOn(console, "error").mockReturnValue();
    await expect(sdk("nobody's").authorize()).rejects.toThrow("Authentication failed");
    expect(complaint).toHaveBeenCalledOnce();
  });

  it("leads a user through a life", async () => {
    const { user } = sdk();
    const made = await user.addUser(USER);
    expect(made).toMatchObject({ username: "sub_7", status: "active", used_traffic: 0, data_limit: 1_000 });
    expect(made.proxies.vless?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(made.links).toHaveLength(1);

    panel.addTraffic("sub_7", 400, 700);
    expect(await user.getUser("sub_7")).toMatchObject({ status: "limited", used_traffic: 1_100 });
    expect((await user.getUserUsage("sub_7")).usages).toEqual([
      expect.objectContaining({ used_traffic: 1_100 }),
    ]);
    expect(await user.modifyUser("sub_7", { data_limit: 5_000 })).toMatchObject({ status: "active" });
    expect(await user.resetUserDataUsage("sub_7")).toMatchObject({
      used_traffic: 0,
      lifetime_used_traffic: 1_100,
    });
    const revoked = await user.revokeUserSubscription("sub_7");
    expect(revoked.proxies.vless?.id).not.toBe(made.proxies.vless?.id);
    expect(revoked.subscription_url).not.toBe(made.subscription_url);
    expect(await user.modifyUser("sub_7", { status: "disabled" })).toMatchObject({ status: "disabled" });

    const { users, total } = await user.getUsers(0, 10);
    expect([users.map(({ username }) => username), total]).toEqual([["sub_7"], 1]);
    await user.removeUser("sub_7");
    await expect(user.getUser("sub_7")).rejects.toMatchObject({ response: { status: 404 } });
  });

  it.each([
    ["a name that is taken", {}, 409, "User already exists"],
    ["a name too short", { username: "ab" }, 422, expect.anything()],
    ["a limit as text", { username: "sub_8", data_limit: "5" }, 422, expect.anything()],
    [
      "a protocol that is off",
      { username: "sub_8", proxies: { trojan: {} } },
      400,
      expect.stringMatching(/^Protocol/),
    ],
    [
      "an inbound that is not there",
      { username: "sub_8", inbounds: { vless: ["?"] } },
      422,
      expect.anything(),
    ],
  ])("hears of %s", async (_what, over, status, detail) => {
    const { user } = sdk();
    await user.addUser(USER);
    panel.store.close("trojan");
    await expect(user.addUser({ ...USER, ...over })).rejects.toMatchObject({
      response: { status, data: { detail } },
    });
  });
});
