type Form = Record<string, unknown>;

const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");
const list = (value: unknown) =>
  text(value)
    .split(/[\s,]+/)
    .filter(Boolean);
const whole = (value: unknown) => (/^\d+$/.test(text(value)) ? Number(text(value)) : undefined);

function transportOf(form: Form) {
  const kind = text(form.transport) || "tcp";
  const host = text(form.host);
  if (kind === "grpc") return { kind, serviceName: text(form.serviceName) };
  if (kind === "tcp") return { kind };
  return { kind, path: text(form.path) || "/", host };
}

function securityOf(form: Form) {
  const kind = text(form.security) || "none";
  if (kind === "none") return { kind };
  const tls = { kind, serverName: text(form.serverName), fingerprint: text(form.fingerprint) || "chrome" };
  if (kind === "tls") return { ...tls, alpn: list(form.alpn) };
  return { ...tls, publicKey: text(form.publicKey), shortId: text(form.shortId) };
}

/** A template as the fields of its form say it; `inboundTemplateSchema` checks it. */
export function inboundOfForm(form: Form): unknown {
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
      const streamed = { ...about, transport: transportOf(form), security: securityOf(form) };
      return about.protocol === "VLESS" ? { ...streamed, flow: text(form.flow) } : streamed;
    }
  }
}
