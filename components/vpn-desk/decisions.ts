import {
  extendSubscriptionAction,
  moveSubscriptionAction,
  previewExtensionAction,
  previewMoveAction,
  previewResumptionAction,
  previewRevocationAction,
  previewSuspensionAction,
  resumeSubscriptionAction,
  revokeSubscriptionAction,
  suspendSubscriptionAction,
} from "@/lib/actions/vpn-people";
import { previewPlanShelfAction, setPlanActiveAction } from "@/lib/actions/vpn-plans";
import { previewServerStatusAction, setServerStatusAction } from "@/lib/actions/vpn-servers";

/** What can be decided here, each with the action that says what would happen. */
export const DECISIONS = {
  status: { act: setServerStatusAction, preview: previewServerStatusAction },
  shelf: { act: setPlanActiveAction, preview: previewPlanShelfAction },
  extend: { act: extendSubscriptionAction, preview: previewExtensionAction },
  move: { act: moveSubscriptionAction, preview: previewMoveAction },
  suspend: { act: suspendSubscriptionAction, preview: previewSuspensionAction },
  resume: { act: resumeSubscriptionAction, preview: previewResumptionAction },
  revoke: { act: revokeSubscriptionAction, preview: previewRevocationAction },
} as const;

export type Decision = keyof typeof DECISIONS;
