import "server-only";
import { notFound } from "next/navigation";
import { getDeps } from "@/lib/deps";
import { listWaitingCrypto } from "@/lib/domain/billing/queries/waiting-crypto";
import { panelNamesAt } from "@/lib/domain/vpn/queries/panels-at";
import { requireStaff } from "./session";

const PAYABLE = 10;

/** The simulators' state; there is no such page outside the demo. One that is not played here is undefined, one that is away null. */
export async function loadSimulators() {
  const { actor } = await requireStaff("SUPPORT");
  const { simulators, paymentSimulators, panelSimulators, mode, db } = getDeps();
  if (mode !== "demo") notFound();
  const isPlayed = (name: (typeof paymentSimulators.played)[number]) =>
    paymentSimulators.played.includes(name);
  const [state, stripe, mercadopago, chain, payable, panels] = await Promise.all([
    simulators.send("state"),
    isPlayed("stripe") ? paymentSimulators.readGateway("stripe") : undefined,
    isPlayed("mercadopago") ? paymentSimulators.readGateway("mercadopago") : undefined,
    isPlayed("chain") ? paymentSimulators.readChain() : undefined,
    listWaitingCrypto({ db }, PAYABLE),
    panelSimulators.read(),
  ]);
  const mayChange = actor.role === "ADMIN";
  const panelNames = await panelNamesAt({ db }, panels?.map(({ url }) => url) ?? []);
  // How to get into one is nothing for those who cannot add it.
  const shown = mayChange ? panels : panels?.map((panel) => ({ ...panel, credentials: {} }));
  const supplier = state && { ...state, apiKey: mayChange ? state.apiKey : null };
  return {
    state: supplier,
    stripe,
    mercadopago,
    chain,
    payable,
    panels: shown ?? null,
    panelNames,
    mayChange,
  };
}
