import type { Deps } from "@/lib/deps";
import { deviceLabel } from "@/lib/domain/identity/device";
import { findMailRecipient } from "@/lib/domain/identity/queries";
import { findNewPlace } from "@/lib/domain/identity/queries/places";
import type { MailRecipient } from "@/lib/domain/identity/types";
import { absoluteUrl } from "@/lib/emails/absolute-url";
import { type MailKind, mailWord, renderMail } from "@/lib/emails/render-mail";
import { routes } from "@/lib/routes";
import type { DispatchedEvent, Subscriber } from "../subscriber";

const KINDS = [
  "user.email_verification_requested",
  "user.sign_up_repeated",
  "user.email_change_requested",
  "user.email_changed",
  "user.password_reset_requested",
  "user.password_changed",
  "api_key.live_created",
  "user.suspended",
  "user.reinstated",
  "session.signed_in",
] as const;

type MailEvent = { [K in (typeof KINDS)[number]]: DispatchedEvent<K> }[(typeof KINDS)[number]];

interface Draft {
  kind: MailKind;
  path?: string;
  values?: Record<string, string>;
}

function openToken(deps: Deps, ciphertext: string): string {
  return deps.cipher.decrypt(Buffer.from(ciphertext, "base64"));
}

/** A mail only for a device and address that this person never used, and never for their first sign-in. */
async function draftNewSignIn(deps: Deps, sessionId: string, to: MailRecipient): Promise<Draft | null> {
  const place = to.isDemo ? null : await findNewPlace(deps, sessionId);
  if (!place) return null;
  const device = deviceLabel(place.device) || mailWord("newSignIn", "unknownDevice", to.locale);
  const address = place.ipAddress ?? mailWord("newSignIn", "unknownAddress", to.locale);
  return { kind: "newSignIn", path: routes.security(), values: { device, address } };
}

async function draftOf(deps: Deps, event: MailEvent, to: MailRecipient): Promise<Draft | null> {
  switch (event.kind) {
    case "user.email_verification_requested":
      return {
        kind: "verifyEmail",
        path: routes.verifyEmail({ token: openToken(deps, event.payload.tokenCiphertext) }),
      };
    case "user.email_change_requested":
      return {
        kind: "confirmNewEmail",
        path: routes.verifyEmail({ token: openToken(deps, event.payload.tokenCiphertext) }),
      };
    case "user.email_changed":
      return { kind: "emailChanged" };
    case "user.password_reset_requested":
      return {
        kind: "resetPassword",
        path: routes.resetPassword({ token: openToken(deps, event.payload.tokenCiphertext) }),
      };
    case "user.sign_up_repeated":
      return { kind: "accountExists", path: routes.forgotPassword() };
    case "user.password_changed":
      return { kind: "passwordChanged", path: routes.forgotPassword() };
    case "api_key.live_created": {
      const { keyId, name, last4 } = event.payload;
      return { kind: "liveKeyCreated", path: routes.apiKey(keyId), values: { key: name, last4 } };
    }
    case "user.suspended":
      return { kind: "suspended" };
    case "user.reinstated":
      return { kind: "reinstated", path: routes.signIn() };
    case "session.signed_in":
      return draftNewSignIn(deps, event.payload.sessionId, to);
  }
}

/** An address that changes: the link goes to the new one, the warning to the old one. Undefined: where the person reads. */
function addressOf(event: MailEvent): string | null | undefined {
  if (event.kind === "user.email_change_requested") return event.payload.email;
  return event.kind === "user.email_changed" ? event.payload.previousEmail : undefined;
}

/** Writes to people about their own account, in their language. */
export const identityMails: Subscriber<(typeof KINDS)[number]> = {
  name: "identity-mails",
  kinds: KINDS,
  async handle(deps, event) {
    const to = await findMailRecipient(deps, event.payload.userId, addressOf(event as MailEvent));
    const draft = to && (await draftOf(deps, event as MailEvent, to));
    if (!draft) return;
    const url = draft.path && absoluteUrl(deps.env.publicUrl, to.locale, draft.path);
    await deps.mailer.send(await renderMail(draft.kind, to, { url, values: draft.values }));
  },
};
