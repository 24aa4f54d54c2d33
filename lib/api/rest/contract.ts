import type { Operation } from "./operation";
import { CATALOGUE_OPERATIONS } from "./operations/catalogue";
import { NUMBER_OPERATIONS } from "./operations/numbers";
import { ACCOUNT_OPERATIONS, PROJECT_OPERATIONS } from "./operations/projects";
import { VPN_OPERATIONS } from "./operations/vpn";
import { WALLET_OPERATIONS } from "./operations/wallet";
import { WEBHOOK_OPERATIONS } from "./operations/webhooks";

/** Every operation of the API, in the order of the reference. */
export const OPERATIONS: readonly Operation[] = [
  ...ACCOUNT_OPERATIONS,
  ...CATALOGUE_OPERATIONS,
  ...NUMBER_OPERATIONS,
  ...WALLET_OPERATIONS,
  ...VPN_OPERATIONS,
  ...PROJECT_OPERATIONS,
  ...WEBHOOK_OPERATIONS,
];
