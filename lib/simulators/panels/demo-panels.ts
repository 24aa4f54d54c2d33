import { HiddifyPanel } from "./hiddify/panel";
import { MarzbanPanel } from "./marzban/panel";
import type { SimulatedPanel } from "./panel";
import { RemnawavePanel } from "./remnawave/panel";
import { ThreeXUiPanel } from "./three-x-ui/panel";
import { WireguardNode } from "./wireguard/panel";

/** A second of work of the machine after each write, as Hiddify has, but shorter. */
const APPLY_MS = 300;

/**
 * One panel of each kind, in the time of the product: `offsetSeconds` follows it. The older 3x-ui is not in the demo's data:
 * it is there to be added by hand.
 */
export class DemoPanels {
  offsetSeconds = 0;
  readonly list: readonly SimulatedPanel[];

  constructor(realNow: () => number = Date.now) {
    const clock = { now: () => realNow() + this.offsetSeconds * 1_000 };
    this.list = [
      new MarzbanPanel(clock),
      new HiddifyPanel(clock, APPLY_MS),
      new ThreeXUiPanel(clock),
      new RemnawavePanel(clock),
      new WireguardNode(),
      new ThreeXUiPanel(clock, "login"),
    ];
  }
}
