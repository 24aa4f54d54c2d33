import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

const DAY_MS = 86_400_000;
/** DER of the object identifiers that a certificate of P-256 needs. */
const OIDS = {
  ecdsaWithSha256: "06082a8648ce3d040302",
  commonName: "0603550403",
  basicConstraints: "0603551d13",
  subjectAltName: "0603551d11",
};

const hex = (text: string) => Buffer.from(text, "hex");

/** One value of ASN.1 DER. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = hex(body.length.toString(16).padStart(4, "0"));
  return Buffer.concat([Buffer.from([tag, 0x82]), length, body]);
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const nameOf = (common: string) =>
  sequence(der(0x31, sequence(hex(OIDS.commonName), der(0x0c, Buffer.from(common)))));
const timeOf = (at: Date) => der(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]|\.\d+/g, "")}`));
const extension = (oid: string, isCritical: boolean, value: Buffer) =>
  sequence(hex(oid), ...(isCritical ? [hex("0101ff")] : []), der(0x04, value));

export interface TestCertificate {
  certificate: string;
  key: string;
}

interface Issuer {
  name: string;
  privateKey: KeyObject;
}

function issue(
  common: string,
  issuer: Issuer | null,
  days: { from: number; until: number },
): TestCertificate & Issuer {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(hex(OIDS.ecdsaWithSha256));
  const isAuthority = issuer === null;
  const extensions = isAuthority
    ? extension(OIDS.basicConstraints, true, sequence(hex("0101ff")))
    : // iPAddress 127.0.0.1
      extension(OIDS.subjectAltName, false, sequence(hex("87047f000001")));
  const tbs = sequence(
    der(0xa0, hex("020102")),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    nameOf(issuer?.name ?? common),
    sequence(
      timeOf(new Date(Date.now() + days.from * DAY_MS)),
      timeOf(new Date(Date.now() + days.until * DAY_MS)),
    ),
    nameOf(common),
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(extensions)),
  );
  const signature = sign("sha256", tbs, issuer?.privateKey ?? privateKey);
  const whole = sequence(tbs, algorithm, der(0x03, Buffer.from([0]), signature));
  const lines = whole
    .toString("base64")
    .match(/.{1,64}/g)
    ?.join("\n");
  const key = String(privateKey.export({ type: "pkcs8", format: "pem" }));
  return {
    name: common,
    privateKey: createPrivateKey(key),
    key,
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

/** An authority of its own, and what it signs: certificates for 127.0.0.1, which may be over already. */
export function testAuthority(name: string) {
  const authority = issue(name, null, { from: -1, until: 30 });
  return {
    certificate: authority.certificate,
    sign: (common: string, { isOver = false } = {}): TestCertificate =>
      issue(common, authority, isOver ? { from: -10, until: -2 } : { from: -1, until: 30 }),
  };
}
