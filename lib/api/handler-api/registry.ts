import type { Scope } from "@/lib/domain/api-keys/types";
import { balance } from "./actions/account";
import { activationPage, activeActivations, history } from "./actions/activation-lists";
import { countries, operators, providers, services } from "./actions/catalogue";
import { getMultiServiceNumber, getNumber, getNumberV2 } from "./actions/get-number";
import { getAllSms, getFullSms, getStatus, getStatusV2 } from "./actions/get-status";
import {
  additionalService,
  extraActivation,
  incomingCall,
  oneRental,
  outgoingCalls,
  parseCall,
  rentCatalogue,
  rentCounts,
  rentList,
  rentNumber,
} from "./actions/not-offered";
import {
  extendedPrices,
  prices,
  pricesV2,
  pricesV3,
  topCountries,
  verificationPrices,
} from "./actions/prices";
import { cancelActivation, finishActivation, setStatus } from "./actions/set-status";
import { countryShares, numbersStatus } from "./actions/stock";
import type { KeyedCall, OpenCall, Run } from "./call";

export type Action =
  /** Answered without a key too. */
  | { kind: "open"; run: Run<OpenCall> }
  /** `scope`: what the key must be allowed; none for what the catalogue says. */
  | { kind: "keyed"; scope: Scope | null; run: Run<KeyedCall> };

const open = (run: Run<OpenCall>): Action => ({ kind: "open", run });
const keyed =
  (scope: Scope | null) =>
  (run: Run<KeyedCall>): Action => ({ kind: "keyed", scope, run });

const catalogue = keyed(null);
const reading = keyed("numbers:read");
const writing = keyed("numbers:write");
const money = keyed("wallet:read");

/** Every action of the protocol by its name, as clients write it. */
const ACTIONS: Readonly<Record<string, Action>> = {
  getBalance: money(balance),
  getBalanceAndCashBack: money(balance),

  getCountries: open(countries),
  getServicesList: open(services),
  getOperators: open(operators),
  getProviders: catalogue(providers),
  getNumbersStatus: catalogue(numbersStatus),
  getPrices: catalogue(prices),
  getPricesExtended: catalogue(extendedPrices),
  getPricesVerification: catalogue(verificationPrices),
  getPricesV2: catalogue(pricesV2),
  getPricesV3: catalogue(pricesV3),
  getTopCountriesByService: catalogue(topCountries),
  getTopCountriesByServiceRank: catalogue(topCountries),
  getListOfTopCountriesByService: catalogue(countryShares),

  getNumber: writing(getNumber),
  getNumberV2: writing(getNumberV2),
  getMultiServiceNumber: writing(getMultiServiceNumber),
  getAdditionalService: writing(additionalService),
  getExtraActivation: writing(extraActivation),
  checkExtraActivation: reading(extraActivation),
  reactivate: writing(extraActivation),
  reactivateOptions: reading(extraActivation),
  reactivationPrice: reading(extraActivation),

  setStatus: writing(setStatus),
  finishActivation: writing(finishActivation),
  cancelActivation: writing(cancelActivation),
  getStatus: reading(getStatus),
  getStatusV2: reading(getStatusV2),
  getFullSms: reading(getFullSms),
  getAllSms: reading(getAllSms),
  getActiveActivations: reading(activeActivations),
  getListOfActiveActivations: reading(activationPage),
  getHistory: reading(history),
  getIncomingCallStatus: reading(incomingCall),
  parseCall: writing(parseCall),
  createTaskForCall: writing(outgoingCalls),
  getOutgoingCalls: reading(outgoingCalls),

  getRentServicesAndCountries: catalogue(rentCatalogue),
  serviceCountRent: catalogue(rentCounts),
  getRentServices: catalogue(rentCounts),
  getRentNumber: writing(rentNumber),
  getRentStatus: reading(oneRental),
  setRentStatus: writing(oneRental),
  getRentList: reading(rentList),
  continueRentNumber: writing(oneRental),
  getContinueRentPriceNumber: reading(oneRental),
  continueRentInfo: reading(oneRental),
  prolong: writing(oneRental),
  prolongOptions: reading(oneRental),
  prolongHistory: reading(oneRental),
};

/** The action with this name; null for what no client of the protocol asks for. */
export function actionNamed(name: string): Action | null {
  return Object.hasOwn(ACTIONS, name) ? (ACTIONS[name] ?? null) : null;
}
