const PROTOCOLS = ["VLESS", "VMESS", "TROJAN", "SHADOWSOCKS", "WIREGUARD"] as const;

type Form = Record<string, unknown>;

const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");

/** One feature a line. */
const lines = (value: unknown) =>
  text(value)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** A plan as the fields of its form say it; `savePlanSchema` checks it. Empty traffic is unlimited. */
export function planOfForm(form: Form) {
  const countryCodes = text(form.countryCodes)
    .toUpperCase()
    .split(/[\s,،]+/)
    .filter(Boolean);
  return {
    planId: text(form.planId) || undefined,
    version: form.version,
    leadsNowhere: form.leadsNowhere === "on",
    plan: {
      tier: text(form.tier),
      name: text(form.name),
      nameFa: text(form.nameFa),
      namePt: text(form.namePt),
      price: text(form.price),
      priceToman: text(form.priceToman),
      durationDays: text(form.durationDays),
      trafficGb: text(form.trafficGb) || null,
      maxDevices: text(form.maxDevices),
      features: lines(form.features),
      featuresFa: lines(form.featuresFa),
      featuresPt: lines(form.featuresPt),
      protocols: PROTOCOLS.filter((protocol) => form[protocol] === "on"),
      countryCodes,
      isTrial: form.isTrial === "on",
      isActive: form.isActive === "on",
      sort: text(form.sort) || 0,
    },
  };
}
