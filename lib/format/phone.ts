import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** "+5511987654321" -> "+55 11 98765 4321"; what is no number stays as it is. */
export function formatPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}
