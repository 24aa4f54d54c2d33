/** What an operator reads where a connection broke off; the code stays for whoever looks it up. */
const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens at this port",
  ECONNRESET: "the connection was cut off",
  UND_ERR_SOCKET: "the connection was cut off",
  EPIPE: "the connection was cut off",
  ENOTFOUND: "this name has no address",
  EAI_AGAIN: "the name could not be looked up just now",
  EHOSTUNREACH: "there is no way to this address",
  ENETUNREACH: "there is no way to this address",
  ETIMEDOUT: "no answer in time",
  UND_ERR_CONNECT_TIMEOUT: "no answer in time",
  TOO_LARGE: "the answer is too large",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by itself",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate cannot be verified",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
  ERR_SSL_WRONG_VERSION_NUMBER: "it does not speak TLS at this port",
};

/** Names of programs, which tell an operator nothing. */
const NAMELESS: Readonly<Record<string, string>> = {
  TimeoutError: "no answer in time",
  TypeError: "this address and port cannot be called",
};

export function brokenOff(reason: string): string {
  const words = WORDS[reason];
  return words ? `${words} (${reason})` : (NAMELESS[reason] ?? reason);
}
