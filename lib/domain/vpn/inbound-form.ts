type Form = Record<string, unknown>;

const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");
const list = (value: unknown) =>
  text(value)
    .split(/[\s,]+/)
    .filter(Boolean);
const whole = (value: unknown) => (/^\d+$/.test(text(value)) ? Number(text(value)) : undefined);

/** What was set before and has no field: it stays as long as its kind does. */
function keptOf(before: unknown, mark: string, kind: string): Form {
  const isSame = typeof before === "object" && before !== null && (before as Form)[mark] === kind;
  return isSame ? (before as Form) : {};
}

function transportOf(form: Form, before: unknown) {
  const kind = text(form.transport) || "tcp";
  const kept = keptOf(before, "kind", kind);
  const host = text(form.host);
  if (kind === "grpc") return { ...kept, kind, serviceName: text(form.serviceName) };
  if (kind === "tcp") return { kind };
  return { ...kept, kind, path: text(form.path) || "/", host };
}

function securityOf(form: Form, before: unknown) {
  const kind = text(form.security) || "none";
  if (kind === "none") return { kind };
  const tls = {
    ...keptOf(before, "kind", kind),
    kind,
    serverName: text(form.serverName),
    fingerprint: text(form.fingerprint) || "chrome",
  };
  if (kind === "tls") return { ...tls, alpn: list(form.alpn) };
  return { ...tls, publicKey: text(form.publicKey), shortId: text(form.shortId) };
}

/**
 * A template as the fields of its form say it; `inboundTemplateSchema` checks it. The rare settings that have no field are
 * those of `before`, the template that is changed.
 */
export function inboundOfForm(form: Form, before?: unknown): unknown {
  const about = { protocol: text(form.protocol), tag: text(form.tag), port: whole(form.port) };
  switch (about.protocol) {
    case "SHADOWSOCKS":
      return { ...about, method: text(form.method), serverKey: text(form.serverKey) };
    case "WIREGUARD":
      return {
        ...about,
        publicKey: text(form.publicKey),
        network: text(form.network),
        dns: list(form.dns),
        mtu: whole(form.mtu),
        keepaliveSeconds: whole(form.keepaliveSeconds),
      };
    default: {
      const kept = keptOf(before, "protocol", about.protocol);
      const streamed = {
        ...kept,
        ...about,
        transport: transportOf(form, kept.transport),
        security: securityOf(form, kept.security),
      };
      return about.protocol === "VLESS" ? { ...streamed, flow: text(form.flow) } : streamed;
    }
  }
}
