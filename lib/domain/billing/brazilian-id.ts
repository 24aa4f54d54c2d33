/** The check digit of the Brazilian tax numbers: weights from the right go up from 2 and begin again after the highest. */
function checkDigit(digits: string, highestWeight: number): number {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, place) => total + Number(digit) * ((place % (highestWeight - 1)) + 2), 0);
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}

function isChecked(digits: string, length: number, highestWeight: number): boolean {
  if (digits.length !== length || !/^\d+$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  const [body, last] = [digits.slice(0, -2), digits.slice(-2)];
  const first = checkDigit(body, highestWeight);
  return last === `${first}${checkDigit(`${body}${first}`, highestWeight)}`;
}

/** Eleven digits of a person's tax number, whose two last ones check the others. */
export function isCpf(digits: string): boolean {
  return isChecked(digits, 11, 11);
}

/** Fourteen digits of a company's tax number, whose two last ones check the others. */
export function isCnpj(digits: string): boolean {
  return isChecked(digits, 14, 9);
}
