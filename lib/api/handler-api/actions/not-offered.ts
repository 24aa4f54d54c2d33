import type { OrderView } from "@/lib/domain/numbers/types";
import { type Answer, fail, failRent, json } from "../answer";
import type { KeyedCall, Run } from "../call";
import type { ProtocolErrorCode } from "../http-errors";
import { findActivation } from "./find-activation";

// What the shop does not sell: answered as the original does when it has none of it.

const isOver = ({ status }: OrderView) => status !== "PENDING" && status !== "ACTIVE";

/** Actions on an activation that we never allow: a wrong id is told first. */
function refusedFor(
  parameter: string,
  wrongId: ProtocolErrorCode,
  refusal: (order: OrderView) => Answer,
): Run<KeyedCall> {
  return async (call) => {
    const order = await findActivation(call, call.get(parameter) ?? call.get("id"));
    return order ? refusal(order) : fail(wrongId);
  };
}

/** getAdditionalService */
export const additionalService = refusedFor("id", "WRONG_ACTIVATION_ID", (order) =>
  fail(isOver(order) ? "WRONG_SECURITY" : "WRONG_ADDITIONAL_SERVICE"),
);

/** getExtraActivation, checkExtraActivation, and HeroSMS' reactivate family. */
export const extraActivation = refusedFor("activationId", "WRONG_ACTIVATION_ID", () =>
  fail("RENEW_ACTIVATION_NOT_AVAILABLE"),
);

/** getIncomingCallStatus: waiting, and no call. */
export const incomingCall = refusedFor("activationId", "INVALID_ACTIVATION_ID", () =>
  json({ status: "2", phone: false }),
);

/** parseCall */
export const parseCall = refusedFor("id", "WRONG_ACTIVATION_ID", () => fail("NO_CALL"));

/** createTaskForCall, getOutgoingCalls */
export const outgoingCalls = () => fail("NUMBER_NOT_EXIST");

/** getRentServicesAndCountries */
export const rentCatalogue = () => fail("OUT_OF_STOCK");

/** serviceCountRent, getRentServices: nothing is on offer. */
export const rentCounts = () => json({});

/** getRentNumber */
export const rentNumber: Run<KeyedCall> = ({ get }) =>
  failRent(get("service") === undefined ? "BAD_SERVICE" : "NO_NUMBERS");

/** getRentList */
export const rentList = () => failRent("NO_NUMBERS");

/** Everything that is asked of one rental: nobody has any. */
export const oneRental = () => failRent("NO_ID_RENT");
