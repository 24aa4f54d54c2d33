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

/** A rare setting: what its field says, none where it is empty, and what was set before where there is no such field. */
function rare(
  form: Form,
  field: string,
  kept: Form,
  name: string,
  read: (typed: string) => unknown = String,
) {
  if (form[field] === undefined) return kept[name] === undefined ? {} : { [name]: kept[name] };
  const typed = text(form[field]);
  return typed === "" ? {} : { [name]: read(typed) };
}

/** What is no number and no JSON goes on as it is: the schema says so. */
const numberOr = (typed: string) => whole(typed) ?? typed;
function jsonOr(typed: string): unknown {
  try {
    return JSON.parse(typed);
  } catch {
    return typed;
  }
}

function transportOf(form: Form, before: unknown) {
  const kind = text(form.transport) || "tcp";
  const kept = keptOf(before, "kind", kind);
  if (kind === "tcp") return { kind };
  if (kind === "grpc")
    return {
      kind,
      serviceName: text(form.serviceName),
      ...rare(form, "grpcMode", kept, "mode"),
      ...rare(form, "authority", kept, "authority"),
    };
  const carried = { kind, path: text(form.path) || "/", host: text(form.host) };
  if (kind === "ws") return { ...carried, ...rare(form, "earlyDataBytes", kept, "earlyDataBytes", numberOr) };
  if (kind !== "xhttp") return carried;
  return {
    ...carried,
    ...rare(form, "xhttpMode", kept, "mode"),
    ...rare(form, "extra", kept, "extra", jsonOr),
  };
}

function securityOf(form: Form, before: unknown) {
  const kind = text(form.security) || "none";
  if (kind === "none") return { kind };
  const kept = keptOf(before, "kind", kind);
  const tls = { kind, serverName: text(form.serverName), fingerprint: text(form.fingerprint) || "chrome" };
  if (kind === "tls") return { ...tls, alpn: list(form.alpn) };
  return {
    ...tls,
    publicKey: text(form.publicKey),
    shortId: text(form.shortId),
    ...rare(form, "spiderPath", kept, "spiderPath"),
  };
}

/**
 * A template as the fields of its form say it; `inboundTemplateSchema` checks it. Rare settings whose field was not sent are
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
        ...about,
        transport: transportOf(form, kept.transport),
        security: securityOf(form, kept.security),
      };
      if (about.protocol !== "VLESS") return streamed;
      return { ...streamed, flow: text(form.flow), ...rare(form, "encryption", kept, "encryption") };
    }
  }
}
