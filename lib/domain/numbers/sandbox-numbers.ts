import { createHash } from "node:crypto";

const LONGEST_E164 = 15;
/** National numbers of the sandbox begin like this, so that nobody takes them for real ones. */
const MARK = "5550";
const NATIONAL_DIGITS = 10;

/** So many digits that depend on the words alone. */
function digitsOf(words: string, count: number): string {
  const value = createHash("sha256").update(words).digest().readBigUInt64BE();
  return (value % 10n ** BigInt(count)).toString().padStart(count, "0");
}

export interface SandboxNumberOf {
  serviceCode: string;
  countryIso2: string;
  phoneCode: string;
  /** 0 for the first that runs at a time, 1 for the next one. */
  place: number;
  /** The script's, at the end. */
  digit: string;
}

/** The number of a sandbox order: always the same for the same service, country, script and place. */
export function sandboxNumber({
  serviceCode,
  countryIso2,
  phoneCode,
  place,
  digit,
}: SandboxNumberOf): string {
  const national = Math.min(NATIONAL_DIGITS, LONGEST_E164 - phoneCode.length);
  const free = national - MARK.length - 1;
  return `+${phoneCode}${MARK}${digitsOf(`${serviceCode}:${countryIso2}:${place}`, free)}${digit}`;
}

/** The code of a sandbox order's nth message (from 1): always the same for the same number, service and n. */
export function sandboxCode(phoneE164: string, serviceCode: string, n: number): string {
  return digitsOf(`${phoneE164}:${serviceCode}:${n}`, 6).replace(/^0/, "7");
}
