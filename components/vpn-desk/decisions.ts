import { previewServerStatusAction, setServerStatusAction } from "@/lib/actions/vpn-servers";

/** What can be decided here, each with the action that says what would happen. */
export const DECISIONS = {
  status: { act: setServerStatusAction, preview: previewServerStatusAction },
} as const;

export type Decision = keyof typeof DECISIONS;
