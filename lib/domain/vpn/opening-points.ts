import type { OpeningPoint } from "./staff-types";

/** What a server's checklist is read from. */
export interface OpeningFacts {
  panel: { isActive: boolean; healthCode: string | null };
  inbounds: readonly {
    isActive: boolean;
    preview: { link: string | null; problems: readonly unknown[] } | null;
  }[];
  currentUsers: number;
  maxUsers: number;
}

/** What has to be so before a server may be opened to customers for the first time, each with whether it is. */
export function openingPoints({ panel, inbounds, ...server }: OpeningFacts): [OpeningPoint, boolean][] {
  const used = inbounds.filter(({ isActive }) => isActive);
  return [
    ["panelOn", panel.isActive],
    ["answers", panel.healthCode === "fine" || panel.healthCode === "unknown_version"],
    ["version", panel.healthCode === "fine"],
    [
      "inbounds",
      used.length > 0 && used.every(({ preview }) => preview?.link && preview.problems.length === 0),
    ],
    ["room", server.currentUsers < server.maxUsers],
  ];
}
