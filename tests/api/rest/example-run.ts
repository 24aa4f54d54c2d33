import { randomUUID } from "node:crypto";
import type { Operation } from "@/lib/api/rest/operation";
import { SAMPLE_ID } from "@/lib/api/rest/operations/sample";
import type { World } from "@/tests/support/world";
import { type Asked, ask, sendCode } from "./rest-world";

type SampleName = keyof typeof SAMPLE_ID;
export type Real = Partial<Record<SampleName, string>>;

export interface Stage {
  world: World;
  key: string;
  planId: string;
  otherPlanId: string;
}

async function made(stage: Stage, path: string, body: unknown): Promise<{ id: string; phone?: string }> {
  const answer = await ask(stage.world, "post", path, { key: stage.key, body });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as { id: string; phone?: string };
}

const rented = (stage: Stage) => made(stage, "/numbers", { service: "whatsapp", country: "BR" });

async function cancelable(stage: Stage) {
  const { id } = await rented(stage);
  await stage.world.deps.db.$executeRaw`UPDATE orders SET cancelable_at = app_now() WHERE id = ${id}::uuid`;
  return { number: id };
}

async function withCode(stage: Stage) {
  const { id, phone = "" } = await rented(stage);
  await sendCode(stage.world, phone);
  return { number: id };
}

const invoice = async (stage: Stage) => ({
  invoice: (await made(stage, "/invoices", { method: "CARD", amount: "25.00" })).id,
});

const project = async (stage: Stage) => ({
  project: (await made(stage, "/projects", { name: `P ${randomUUID()}` })).id,
});

async function subscription(stage: Stage): Promise<Real> {
  // Nobody may have more than a few that live.
  await stage.world.deps.db.subscription.updateMany({ data: { status: "EXPIRED" } });
  const { id } = await made(stage, "/vpn/subscriptions", { planId: stage.planId });
  return { subscription: id, otherPlan: stage.otherPlanId };
}

const webhook = async (stage: Stage) => {
  await stage.world.deps.db.webhookEndpoint.deleteMany();
  const body = { url: "https://hooks.example.com/patchbay", events: ["sms.received", "order.expired"] };
  return { webhook: (await made(stage, "/webhooks", body)).id };
};

const delivery = async (stage: Stage) => {
  const endpoint = await webhook(stage);
  const sent = await made(stage, `/webhooks/${endpoint.webhook}/test`, { event: "ping" });
  return { ...endpoint, delivery: sent.id };
};

/** What has to be there before an operation's example can be executed. */
const STAGES: Record<string, (stage: Stage) => Promise<Real>> = {
  getNumber: withCode,
  listNumberMessages: withCode,
  requestAnotherSms: withCode,
  finishNumber: withCode,
  cancelNumber: cancelable,
  reportNumberUsed: cancelable,
  getInvoice: invoice,
  cancelInvoice: invoice,
  listInvoices: invoice,
  buySubscription: async ({ planId }) => ({ plan: planId }),
  getProject: project,
  updateProject: project,
  archiveProject: project,
  getDelivery: delivery,
  resendDelivery: delivery,
};

/** Puts the world into the state that the example speaks of. Returns the real ids for those of the example. */
export function prepare(operation: Operation, stage: Stage): Promise<Real> {
  const needsSubscription = operation.path.startsWith("/vpn/subscriptions/");
  const needsWebhook = operation.path.startsWith("/webhooks/");
  const usual = needsSubscription ? subscription : needsWebhook ? webhook : async () => ({});
  return (STAGES[operation.id] ?? usual)(stage);
}

/** The example with real ids instead of its made-up ones. */
function real<T>(value: T, ids: Real): T {
  let text = JSON.stringify(value ?? null);
  for (const [name, id] of Object.entries(ids)) {
    if (id) text = text.replaceAll(SAMPLE_ID[name as SampleName], id);
  }
  return JSON.parse(text) ?? undefined;
}

/** Where and how an example is sent. */
export function requestOf(
  { path, example }: Pick<Operation, "path" | "example">,
  ids: Real,
): { path: string; body: unknown } {
  const params: Record<string, string> = real(example.params ?? {}, ids);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = new URLSearchParams(example.query).toString();
  return { path: search ? `${filled}?${search}` : filled, body: real(example.body, ids) };
}

export async function runExample(stage: Stage, operation: Operation, ids: Real, asked: Asked = {}) {
  const { path, body } = requestOf(operation, ids);
  return ask(stage.world, operation.method, path, { key: stage.key, body, ...asked });
}
