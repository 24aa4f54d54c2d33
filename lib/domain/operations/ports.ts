import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type {
  ChainSnapshot,
  GatewaySnapshot,
  PanelSimulator,
  PanelSnapshot,
  PaymentSimulator,
} from "./types";

/** What a simulator made of a press. `error` is its own word for why it would not. */
export type Steered = { ok: true } | { ok: false; error: string | null };

/** The stand-ins for gateways and chains that the demo runs beside itself. */
export interface PaymentSimulators {
  /** Which are played here; empty outside the demo. */
  played: readonly PaymentSimulator[];
  /** Null while it does not run. */
  readGateway(name: "stripe" | "mercadopago"): Promise<GatewaySnapshot | null>;
  readChain(): Promise<ChainSnapshot | null>;
  /** One call of the control API; error null when nobody answered. */
  steer(name: PaymentSimulator, verb: string, body: object): Promise<Steered>;
}

/** The VPN panels that the demo runs beside itself. */
export interface PanelSimulators {
  /** False outside the demo. */
  isPlayed: boolean;
  /** Null while they do not run. */
  read(): Promise<PanelSnapshot[] | null>;
  /** One call of the control API; error null when nobody answered. */
  steer(panel: PanelSimulator, verb: string, body: object): Promise<Steered>;
}

export interface SimulatorDeps extends KernelDeps {
  paymentSimulators: PaymentSimulators;
  panelSimulators: PanelSimulators;
}
