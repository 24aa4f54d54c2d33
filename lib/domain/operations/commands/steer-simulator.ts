import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canOperate } from "../policy";
import type { SimulatorDeps } from "../ports";
import { PANEL_SIMULATORS } from "../schema";
import type { PanelSimulator, SteerInput } from "../types";

const PARTS = 2;

/** A press in the words of the simulators' own control API: verb and body. */
function callOf(input: SteerInput): { verb: string; body: object } {
  switch (input.verb) {
    case "dispute":
      return input.simulator === "stripe"
        ? { verb: "dispute", body: { session: input.object } }
        : { verb: "chargeback", body: { payment: input.object } };
    case "close-dispute":
      return input.simulator === "stripe"
        ? { verb: "close-dispute", body: { dispute: input.object, outcome: input.outcome } }
        : { verb: "close-chargeback", body: { payment: input.object, outcome: input.outcome } };
    case "pay": {
      const { address, amount, asset, rbf, inTwo } = input;
      return { verb: "pay", body: { address, amount, asset, rbf, ...(inTwo ? { parts: PARTS } : {}) } };
    }
    case "mine":
      return {
        verb: "mine",
        body: { n: input.n, ...(input.chain === "both" ? {} : { chain: input.chain }) },
      };
    case "faults": {
      const { kind, scope, calls } = input;
      return { verb: "faults", body: { kind, calls, ...(scope === "all" ? {} : { scope }) } };
    }
    case "price": {
      const { asset, source, usd, stale, garbage } = input;
      const given = { ...(usd === "" ? {} : { usd }), ...(source === "both" ? {} : { source }) };
      return { verb: "price", body: { asset, stale, garbage, ...given } };
    }
    default: {
      const { simulator: _, verb, ...body } = input;
      return { verb, body };
    }
  }
}

type PanelInput = Extract<SteerInput, { simulator: PanelSimulator }>;

const isOfPanel = (input: SteerInput): input is PanelInput =>
  PANEL_SIMULATORS.some((slug) => slug === input.simulator);

function isPlayed(deps: SimulatorDeps, input: SteerInput): boolean {
  return isOfPanel(input)
    ? deps.panelSimulators.isPlayed
    : deps.paymentSimulators.played.includes(input.simulator);
}

/** A panel's behaviours and versions have names of their own in the audit log: the supplier's are others. */
function notedBody(input: SteerInput, body: object): object {
  if (!isOfPanel(input)) return body;
  if (input.verb === "behaviour") return { panelBehaviour: input.behaviour, count: input.count };
  return input.verb === "version" ? { panelVersion: input.version } : body;
}

/** Keeps who steered a simulator, and how. */
export async function noteSteering(
  deps: Pick<SimulatorDeps, "db">,
  actor: Actor,
  { simulator, verb, body }: { simulator: string; verb: string; body: object },
): Promise<void> {
  const pressed = Object.entries(body).filter(([, value]) => value !== undefined);
  await inTransaction(deps, async (tx) => {
    await writeAudit(tx, actor, {
      action: "simulator.steered",
      targetType: "simulator",
      targetId: simulator,
      after: { verb, ...Object.fromEntries(pressed) },
    });
    return ok();
  });
}

/**
 * Steers a payment simulator or a simulated panel of the demo, and keeps who did it. Refusals: forbidden, demo_only (also for a gateway with
 * real keys), unavailable (it does not run), invalid_input (it would not; `why` is its own word).
 */
export async function steerSimulator(deps: SimulatorDeps, actor: Actor, input: SteerInput): Promise<Result> {
  if (!canOperate(actor)) return refuse("forbidden");
  if (deps.mode !== "demo" || !isPlayed(deps, input)) return refuse("demo_only");
  const { verb, body } = callOf(input);
  const answer = isOfPanel(input)
    ? await deps.panelSimulators.steer(input.simulator, verb, body)
    : await deps.paymentSimulators.steer(input.simulator, verb, body);
  if (!answer.ok)
    return answer.error === null ? refuse("unavailable") : refuse("invalid_input", { why: answer.error });
  await noteSteering(deps, actor, {
    simulator: input.simulator,
    verb,
    body: notedBody(input, body),
  });
  return ok();
}
