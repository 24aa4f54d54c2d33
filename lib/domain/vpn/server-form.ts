import { inboundOfForm } from "./inbound-form";

type Form = Record<string, unknown>;

function jsonOf(value: unknown): unknown {
  if (typeof value !== "string" || value === "") return null;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

/** The inbounds the form was opened with, and what its fields add to them, put in the place of one or take away. */
function inboundsOf(form: Form): unknown {
  const read = jsonOf(form.inbounds);
  const inbounds: unknown[] = Array.isArray(read) ? read : [];
  const place = typeof form.place === "string" && form.place !== "" ? Number(form.place) : inbounds.length;
  if (form.takeAway) return inbounds.filter((_, index) => index !== place);
  if (!form.protocol) return inbounds;
  return inbounds.toSpliced(place, 1, inboundOfForm(form));
}

/** A server as one of its forms says it: its facts as fields or as the form was opened with. */
export function serverOfForm(form: Form) {
  const kept = jsonOf(form.facts);
  const facts = kept !== null && typeof kept === "object" ? kept : form;
  return {
    serverId: form.serverId || undefined,
    version: form.version,
    server: { ...facts, inbounds: inboundsOf(form) },
  };
}
