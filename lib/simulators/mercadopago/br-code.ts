/** One field of an EMV code: id, length in two digits, value. */
const field = (id: string, value: string) => `${id}${String(value.length).padStart(2, "0")}${value}`;

/** CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xFFFF) as four upper-case hex digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, "utf8")) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : crc << 1;
  }
  return (crc & 0xffff).toString(16).toUpperCase().padStart(4, "0");
}

export interface BrCode {
  /** The receiver's Pix key. */
  key: string;
  /** "25.00" */
  amount: string;
  /** Letters and digits, at most 25. */
  txid: string;
  /** At most 25 and 15 characters. */
  merchant: string;
  city: string;
}

/** The text of a Pix QR code (Banco Central, "Manual de Padrões para Iniciação do Pix"; EMV QRCPS-MPM). */
export function brCode({ key, amount, txid, merchant, city }: BrCode): string {
  const code = [
    field("00", "01"),
    // Payable once.
    field("01", "12"),
    field("26", field("00", "br.gov.bcb.pix") + field("01", key)),
    field("52", "0000"),
    field("53", "986"),
    field("54", amount),
    field("58", "BR"),
    field("59", merchant),
    field("60", city),
    field("62", field("05", txid)),
    "6304",
  ].join("");
  return code + crc16(code);
}
