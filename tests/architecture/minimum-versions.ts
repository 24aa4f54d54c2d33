/** The oldest version of a package that has no known hole that concerns us. CI reaches no advisory service, so the list is here. */
export interface MinimumVersion {
  name: string;
  atLeast: string;
  reason: string;
}

export const MINIMUM_VERSIONS: MinimumVersion[] = [
  {
    name: "next",
    atLeast: "16.4.5",
    reason: "CVE-2026-119347 and the code executions of autumn 2026 before it",
  },
  { name: "react", atLeast: "19.2.1", reason: "CVE-2025-55182, code execution in Flight" },
  { name: "react-dom", atLeast: "19.2.1", reason: "CVE-2025-55182, code execution in Flight" },
  { name: "next-auth", atLeast: "4.24.15", reason: "the security update of July 2026" },
  { name: "sharp", atLeast: "0.35.5", reason: "GHSA-2464-fhr4-w9xw, code execution by a picture" },
];

/** Majors that must not be passed, with what would break. */
export const HELD_BACK: { name: string; below: string; reason: string }[] = [
  { name: "nodemailer", below: "8.0.0", reason: "next-auth 4 accepts 7 only" },
];
