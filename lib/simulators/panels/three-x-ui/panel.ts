import { type Context, Hono } from "hono";
import { PanelFaults } from "../faults";
import type { PanelClock, ShownAccount, SimulatedPanel } from "../panel";
import { trouble } from "../trouble";
import { stranger } from "./answers";
import { ClientTable } from "./clients";
import { logIn, loginRoutes } from "./login-routes";
import { tokenRoutes } from "./token-routes";

const INBOUNDS = [
  { id: 3, tag: "inbound-443", remark: "VLESS REALITY", protocol: "vless", port: 443 },
  { id: 4, tag: "inbound-8080", remark: "VMESS WS", protocol: "vmess", port: 8080 },
  { id: 5, tag: "inbound-8443", remark: "TROJAN TLS", protocol: "trojan", port: 8443 },
  { id: 6, tag: "inbound-1080", remark: "SHADOWSOCKS", protocol: "shadowsocks", port: 1080 },
];
const VERSIONS = { token: ["3.6.0", "4.0.0", "2.9.4"], login: ["2.9.4", "3.6.0"] };

/** A 3x-ui in memory. Until 3.0 it is another API than from 3.1 on, and it plays both. */
export class ThreeXUiPanel implements SimulatedPanel {
  readonly slug: "three-x-ui" | "three-x-ui-2";
  readonly title: string;
  readonly basePath = "/Zx9simulatedBase";
  readonly login = { username: "admin", password: "simulated-3x-ui-password" };
  readonly credentials: Readonly<Record<string, string>>;
  readonly tags = INBOUNDS.map(({ tag }) => tag);
  readonly faults = new PanelFaults();
  readonly sessions = new Set<string>();
  readonly table: ClientTable;
  readonly versions: readonly string[];
  version: string;
  xrayState = "running";

  constructor(
    private readonly clock: PanelClock,
    generation: keyof typeof VERSIONS = "token",
  ) {
    const isOld = generation === "login";
    this.slug = isOld ? "three-x-ui-2" : "three-x-ui";
    this.title = isOld ? "3x-ui 2.x" : "3x-ui";
    this.credentials = isOld ? this.login : { token: "simulated-3x-ui-token" };
    this.versions = VERSIONS[generation];
    this.version = this.versions[0] ?? "";
    this.table = new ClientTable(INBOUNDS, () => clock.now());
  }

  accounts(): ShownAccount[] {
    return [...this.table.clients.values()].map((client) => ({
      username: client.email,
      isActive: this.table.isActive(client),
      usedBytes: client.up + client.down,
      limitBytes: client.totalGB || null,
      expiresAt: client.expiryTime > 0 ? client.expiryTime : null,
    }));
  }

  letsIn(uuid: string): boolean {
    return [...this.table.clients.values()].some(
      (client) => client.id === uuid && this.table.isActive(client),
    );
  }

  addTraffic(username: string, uploadBytes: number, downloadBytes: number): boolean {
    const client = this.table.clients.get(username);
    if (!client?.enable) return false;
    client.up += uploadBytes;
    client.down += downloadBytes;
    client.lastOnline = this.clock.now();
    return true;
  }

  deleteAccount(username: string): boolean {
    return this.table.clients.delete(username);
  }

  resetTraffic(username: string): boolean {
    const client = this.table.clients.get(username);
    if (client) Object.assign(client, { up: 0, down: 0 });
    return client !== undefined;
  }

  /** Sessions are in memory, everything else is in its database. */
  restart(): void {
    this.sessions.clear();
  }

  reset(): void {
    this.table.clear();
    this.sessions.clear();
    this.faults.reset();
    this.version = this.versions[0] ?? this.version;
    this.xrayState = "running";
  }

  routes(): Hono {
    const app = new Hono();
    const below = new Hono();
    const login = loginRoutes(this);
    const token = tokenRoutes(this);
    const api = new Hono();
    api.route("/token", token);
    api.route("/login", login);
    const refuseKey = (c: Context) =>
      c.req.path.endsWith("/login")
        ? c.json({ success: false, msg: "Invalid username or password or two-factor code.", obj: null })
        : stranger(c);
    below.use(trouble(this.faults, refuseKey));
    below.post("/login", (c) => logIn(c, this));
    // The generation decides who answers below /panel/api.
    below.all("/panel/api/*", (c) => {
      const isToken = !/^(?:2\.|3\.0)/.test(this.version);
      const isSession = this.sessions.size > 0 && c.req.header("cookie") !== undefined;
      const at = new URL(c.req.url);
      const rest = at.pathname.slice(at.pathname.indexOf("/panel/api/") + "/panel/api".length);
      if (isToken && isSession && rest === "/server/status") {
        return c.json({
          success: true,
          msg: "",
          obj: { panelVersion: this.version, xray: { state: "running" } },
        });
      }
      const inner = new URL(`${isToken ? "/token" : "/login"}${rest}${at.search}`, at.origin);
      return api.fetch(new Request(inner, c.req.raw));
    });
    below.all("*", (c) => c.body(null, 404));
    app.route(this.basePath, below);
    app.all("*", (c) => c.body(null, 404));
    return app;
  }

  drops(): boolean {
    return this.faults.takeDrop();
  }
}
