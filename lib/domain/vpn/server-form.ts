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

/** The inbounds the form was opened with, and which of them its fields are about; one beyond the last is new. */
function openedWith(form: Form): { inbounds: unknown[]; place: number } {
  const read = jsonOf(form.inbounds);
  const inbounds: unknown[] = Array.isArray(read) ? read : [];
  const place = typeof form.place === "string" && form.place !== "" ? Number(form.place) : inbounds.length;
  return { inbounds, place };
}

/** The inbound that the form's fields make of the one they are about. */
export function editedInbound(form: Form): unknown {
  const { inbounds, place } = openedWith(form);
  return inboundOfForm(form, inbounds[place]);
}

/** The tag of an inbound that fits no template, as the form was opened with it. */
function brokenTag(inbound: unknown): string | null {
  const tag = inbound !== null && typeof inbound === "object" ? (inbound as Form).brokenTag : null;
  return typeof tag === "string" ? tag : null;
}

/** All inbounds, with what the form's fields add to them, put in the place of one or take away. */
function inboundsOf(form: Form): unknown[] {
  const { inbounds, place } = openedWith(form);
  if (form.takeAway) return inbounds.filter((_, index) => index !== place);
  if (!form.protocol) return inbounds;
  return inbounds.toSpliced(place, 1, editedInbound(form));
}

/** A server as one of its forms says it: its facts as fields or as the form was opened with. */
export function serverOfForm(form: Form) {
  const opened = jsonOf(form.facts);
  const facts = opened !== null && typeof opened === "object" ? opened : form;
  const inbounds = inboundsOf(form);
  const kept = inbounds.map(brokenTag).filter((tag) => tag !== null);
  return {
    serverId: form.serverId || undefined,
    version: form.version,
    server: { ...facts, inbounds: inbounds.filter((inbound) => brokenTag(inbound) === null), kept },
  };
}
