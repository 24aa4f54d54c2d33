"use client";

import { useRef, useState } from "react";
import { EditField } from "@/components/edit-form/edit-field";
import { useEditing } from "@/components/edit-form/edit-form";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { InboundLink } from "./inbound-link";

type Words = Record<string, string>;

export interface InboundFieldsProps {
  /** What is stored, by the names of the fields. */
  values: Record<string, string>;
  words: Words;
  problems: Words;
  methods: readonly string[];
  fingerprints: readonly string[];
  /** Where links lead to; a new server's form names it itself. */
  server?: { name: string; domain: string };
}

const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
const PROTOCOLS = [
  { value: "VLESS", label: "VLESS" },
  { value: "VMESS", label: "VMess" },
  { value: "TROJAN", label: "Trojan" },
  { value: "SHADOWSOCKS", label: "Shadowsocks" },
  { value: "WIREGUARD", label: "WireGuard" },
];
const TRANSPORTS = ["tcp", "ws", "grpc", "httpupgrade", "xhttp"];
const SECURITIES = ["none", "tls", "reality"];

const MODES: Record<string, readonly string[]> = {
  grpc: ["gun", "multi"],
  xhttp: ["auto", "packet-up", "stream-up", "stream-one"],
};
const CARRIED: Record<string, readonly string[]> = {
  ws: ["path", "host", "earlyDataBytes"],
  grpc: ["serviceName", "authority"],
  httpupgrade: ["path", "host"],
  xhttp: ["path", "host"],
};
const SECURED: Record<string, readonly string[]> = {
  tls: ["serverName", "alpn"],
  reality: ["serverName", "publicKey", "shortId", "spiderPath"],
};

function namesOf(protocol: string, transport: string, security: string): string[] {
  if (protocol === "SHADOWSOCKS") return ["serverKey"];
  if (protocol === "WIREGUARD") return ["publicKey", "network", "dns", "mtu", "keepaliveSeconds"];
  return [...(CARRIED[transport] ?? []), ...(SECURED[security] ?? [])];
}

/** Why current cores would refuse what was sent. */
function RefusedInbound({ problems }: { problems: Words }) {
  const { reason, details } = useEditing().outcome.refusal ?? {};
  const problem = reason === "inbound_refused" ? problems[String(details?.problem)] : undefined;
  if (problem === undefined) return null;
  return <p className="text-bad text-sm">{problem}</p>;
}

/** The fields of one inbound, as its protocol, transport and security want them, and the link they make. */
export function InboundFields(props: InboundFieldsProps) {
  const { values, words, problems, methods, fingerprints, server } = props;
  const [protocol, setProtocol] = useState(values.protocol ?? "VLESS");
  const [transport, setTransport] = useState(values.transport ?? "tcp");
  const [security, setSecurity] = useState(values.security ?? "reality");
  const [asked, setAsked] = useState<Record<string, unknown> | null>(null);
  const ref = useRef<HTMLDivElement>(null);
  const isStreamed = protocol !== "SHADOWSOCKS" && protocol !== "WIREGUARD";
  const word = (name: string) => words[name] ?? name;
  const errorOf = (name: string) => words[`${name}Error`];
  const select = (name: string, value: string, options: string[], set: (value: string) => void) => (
    <Select
      name={name}
      label={word(name)}
      value={value}
      options={same(options)}
      onChange={(event) => set(event.target.value)}
    />
  );

  function preview() {
    const form = ref.current?.closest("form");
    if (!form) return;
    const given = Object.fromEntries(new FormData(form));
    setAsked({
      ...given,
      serverTitle: server?.name ?? given.name,
      serverHost: server?.domain ?? given.domain,
    });
  }

  return (
    <div ref={ref} className="flex flex-col gap-4">
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Select
          name="protocol"
          label={word("protocol")}
          value={protocol}
          options={PROTOCOLS}
          onChange={(event) => setProtocol(event.target.value)}
        />
        <EditField name="tag" label={word("tag")} error={errorOf("tag")} value={values.tag} maxLength={80} />
        <EditField
          name="port"
          label={word("port")}
          error={errorOf("port")}
          value={values.port}
          dir="ltr"
          inputMode="numeric"
        />
        {isStreamed && select("transport", transport, TRANSPORTS, setTransport)}
        {isStreamed && select("security", security, SECURITIES, setSecurity)}
        {protocol === "SHADOWSOCKS" && (
          <EditField
            kind="select"
            name="method"
            label={word("method")}
            value={values.method}
            options={same(methods)}
          />
        )}
        {isStreamed && security !== "none" && (
          <EditField
            kind="select"
            name="fingerprint"
            label={word("fingerprint")}
            value={values.fingerprint ?? "chrome"}
            options={same(fingerprints)}
          />
        )}
        {protocol === "VLESS" && (
          <EditField
            kind="select"
            name="flow"
            label={word("flow")}
            value={values.flow ?? ""}
            options={[{ value: "", label: word("noFlow") }, ...same(["xtls-rprx-vision"])]}
          />
        )}
        {isStreamed && MODES[transport] && (
          <EditField
            key={transport}
            kind="select"
            name={`${transport}Mode`}
            label={word("mode")}
            value={values[`${transport}Mode`]}
            options={same(MODES[transport])}
          />
        )}
        {protocol === "VLESS" && (
          <EditField
            name="encryption"
            label={word("encryption")}
            hint={word("encryptionHint")}
            error={errorOf("encryption")}
            value={values.encryption ?? "none"}
            dir="ltr"
          />
        )}
        {namesOf(protocol, transport, security).map((name) => (
          <EditField
            key={name}
            name={name}
            label={word(name)}
            hint={words[`${name}Hint`]}
            error={errorOf(name)}
            value={values[name]}
            dir="ltr"
          />
        ))}
        {isStreamed && transport === "xhttp" && (
          <EditField
            kind="area"
            name="extra"
            label={word("extra")}
            hint={word("extraHint")}
            error={errorOf("extra")}
            value={values.extra}
            dir="ltr"
          />
        )}
      </div>
      <RefusedInbound problems={problems} />
      <Button type="button" variant="secondary" className="self-start" onClick={preview}>
        {word("preview")}
      </Button>
      {asked && <InboundLink asked={asked} words={words} problems={problems} />}
    </div>
  );
}
