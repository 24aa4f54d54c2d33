/** What names a person, or opens something, wherever it stands in a gateway's body. */
const PERSONAL =
  /^(?:.*email.*|name|first_name|last_name|nickname|.*phone.*|address|line[12]|street.*|city|postal_code|zip_code|state|identification|tax_ids?|ip(?:_address)?|cpf|last4|last_four_digits|first_six_digits|fingerprint|cardholder|client_secret|secret|token|hosted_.*url|receipt_url|url)$/i;

const MASK = "•••";

function masked(value: unknown, isPersonal: boolean): unknown {
  if (value === null || value === undefined || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map((entry) => masked(entry, isPersonal));
  if (typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, masked(entry, isPersonal || PERSONAL.test(key))]),
    );
  }
  return isPersonal ? MASK : value;
}

/** A gateway's body for the eyes of staff: what identifies a person is taken out. Text that is no JSON is not shown. */
export function maskedBody(raw: string): string {
  try {
    return JSON.stringify(masked(JSON.parse(raw), false), null, 2);
  } catch {
    return MASK;
  }
}
