interface Peer {
  presharedKey: string;
  addresses: string;
  received: bigint;
  sent: bigint;
}

/** An interface of WireGuard in memory, by the words of the program `wg`. */
export class MemoryWireguard {
  readonly publicKey = "Z1XXLsKYkYxuiYjJIkRvtIKFepCYHTgON+GwPq7SOV4=";
  readonly peers = new Map<string, Peer>();

  readonly run = async (args: string[], input = ""): Promise<string> => {
    const [verb, , what, key = "", ...rest] = args;
    if (verb === "show" && what === "dump") return this.dump();
    if (verb !== "set" || what !== "peer") throw new Error(`wg: invalid arguments ${args.join(" ")}`);
    if (rest[0] === "remove") {
      this.peers.delete(key);
      return "";
    }
    const addresses = rest[rest.indexOf("allowed-ips") + 1] ?? "";
    const presharedKey = rest.includes("preshared-key") ? input : "(none)";
    const known = this.peers.get(key) ?? { received: 0n, sent: 0n };
    this.peers.set(key, { received: known.received, sent: known.sent, presharedKey, addresses });
    return "";
  };

  private dump(): string {
    const peers = [...this.peers].map(([key, { presharedKey, addresses, received, sent }]) =>
      [key, presharedKey, "(none)", addresses, "0", received, sent, "off"].join("\t"),
    );
    return [`(hidden)\t${this.publicKey}\t51820\toff`, ...peers, ""].join("\n");
  }
}
