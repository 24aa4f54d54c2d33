import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** "+5511987654321" -> "+55 11 98765 4321"; what is no number stays as it is. */
export function formatPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/**
 * What a person typed with the country's code, in digits of any script, as E.164: "+55 (11) 98765-4321", "0098912…".
 * Null when it is no number that could exist.
 */
export function readPhone(typed: string): string | null {
  const international = typed.trim().replace(/^(?:00|۰۰|٠٠)/, "+");
  const phone = parsePhoneNumberFromString(international);
  return phone?.isValid() ? phone.number : null;
}
