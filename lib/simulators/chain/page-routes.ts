import { type Context, Hono } from "hono";
import type { ChainSimulator } from "./chain-simulator";
import { chainPage } from "./page";
import { orderOf, pageMining, pagePayment, pageQuery, pageReplacement } from "./page-input";
import { readOrder, send } from "./payments";
import { chainState } from "./state";

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

type Did = "paid" | "planned" | "mined" | "replaced" | "refused";

/** Back to the page with what it was opened with; the way is relative to "…/chain/<verb>". */
function back(c: Context, search: string, did: Did): Response {
  const query = pageQuery.parse(Object.fromEntries(new URLSearchParams(search)));
  const { address, amount, asset } = query;
  const next = new URLSearchParams({
    asset,
    ...(address ? { address } : {}),
    ...(amount ? { amount } : {}),
    did,
  });
  return c.redirect(`../chain?${next.toString()}`, 303);
}

async function form(c: Context): Promise<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(await c.req.text()));
}

function pay(simulator: ChainSimulator, given: Record<string, string>): Did {
  const parsed = pagePayment.safeParse(given);
  const wanted = parsed.success ? orderOf(parsed.data) : null;
  const order = wanted ? readOrder(wanted.order) : null;
  if (!wanted || !order || "error" in order) return "refused";
  if (wanted.afterSeconds > 0) {
    simulator.plan(order, wanted.afterSeconds);
    return "planned";
  }
  send(simulator, order);
  return "paid";
}

/** The page by which a person pays an invoice of the demo. It needs no secret: it can do nothing but pay and mine. */
export function chainPageRoutes(simulator: ChainSimulator) {
  const app = new Hono();
  app.use(async (c, next) => {
    simulator.settle();
    if (c.req.method === "POST" && c.req.header("sec-fetch-site") === "cross-site") {
      return c.text("Requests from other sites are refused.", 403);
    }
    c.header("content-security-policy", POLICY);
    c.header("cache-control", "no-store");
    return next();
  });
  return app
    .get("/", (c) => c.html(chainPage(pageQuery.parse(c.req.query()), chainState(simulator))))
    .post("/pay", async (c) => {
      const given = await form(c);
      return back(c, new URLSearchParams(given).toString(), pay(simulator, given));
    })
    .post("/mine", async (c) => {
      const given = await form(c);
      const parsed = pageMining.safeParse(given);
      if (!parsed.success) return back(c, given.back ?? "", "refused");
      simulator[parsed.data.chain].mine(parsed.data.n);
      return back(c, parsed.data.back, "mined");
    })
    .post("/replace", async (c) => {
      const given = await form(c);
      const parsed = pageReplacement.safeParse(given);
      const tx = parsed.success
        ? simulator.bitcoin.replace(parsed.data.txid, parsed.data.mode === "higher-fee")
        : null;
      return back(c, given.back ?? "", tx ? "replaced" : "refused");
    });
}
