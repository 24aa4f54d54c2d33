"use server";

import { refresh } from "next/cache";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { ok } from "@/lib/domain/kernel/result";
import { probePanelById } from "@/lib/domain/vpn/commands/probe-panels";
import { reconcilePanel } from "@/lib/domain/vpn/commands/reconcile-panels";
import { removePanel } from "@/lib/domain/vpn/commands/remove-panel";
import { savePanel } from "@/lib/domain/vpn/commands/save-panel";
import { saveServer } from "@/lib/domain/vpn/commands/save-server";
import { setServerStatus } from "@/lib/domain/vpn/commands/set-server-status";
import { panelOfForm } from "@/lib/domain/vpn/panel-form";
import { previewServerStatus } from "@/lib/domain/vpn/queries/decision-effects";
import { previewInbound } from "@/lib/domain/vpn/queries/inbound-preview";
import { savePanelSchema, saveServerSchema, serverStatusSchema } from "@/lib/domain/vpn/schema";
import { editedInbound, serverOfForm } from "@/lib/domain/vpn/server-form";
import { inboundTemplateSchema } from "@/lib/domain/vpn-links/schema";
import { redirect } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { staffAction } from "./client";
import { flatForm } from "./flat-form";
import { statusSentences } from "./vpn-effects";

const panelIdSchema = z.object({ panelId: z.uuid() });
const statusForm = flatForm(serverStatusSchema, (form) => ({
  ...form,
  isDraining: form.isDraining === "on",
}));

/** What changed is on the page that is open: it is drawn again with the answer. */
function refreshed<T>(answer: T): T {
  refresh();
  return answer;
}

/** A new server, whose page is opened, its facts, or one inbound more, changed or less. */
export const saveVpnServerAction = staffAction("ADMIN")
  .inputSchema(flatForm(saveServerSchema, serverOfForm))
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await saveServer(ctx.deps, ctx.actor, parsedInput);
    if (saved.ok && parsedInput.serverId === undefined)
      return redirect({ href: routes.adminVpnServer(saved.serverId), locale: await getLocale() });
    return refreshed(saved);
  });

/** Empty credentials leave the stored ones. What was saved is asked at once who it is; a new one's page tells the answer. */
export const saveVpnPanelAction = staffAction("ADMIN")
  .inputSchema(flatForm(savePanelSchema, panelOfForm))
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await savePanel(ctx.deps, ctx.actor, parsedInput);
    // Its health stands on the page that is drawn again with the answer.
    if (saved.ok) await probePanelById(ctx.deps, ctx.actor, saved.panelId);
    if (saved.ok && parsedInput.panelId === undefined)
      return redirect({ href: routes.adminVpnPanel(saved.panelId), locale: await getLocale() });
    return refreshed(saved);
  });

/** Only one that no server uses and no customer had an account on. */
export const removeVpnPanelAction = staffAction("ADMIN")
  .inputSchema(flatForm(panelIdSchema, (form) => form))
  .stateAction(async ({ parsedInput, ctx }) => {
    const removed = await removePanel(ctx.deps, ctx.actor, parsedInput.panelId);
    return removed.ok ? redirect({ href: routes.adminVpnServers(), locale: await getLocale() }) : removed;
  });

export const setServerStatusAction = staffAction("ADMIN")
  .inputSchema(statusForm)
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await setServerStatus(ctx.deps, ctx.actor, parsedInput)),
  );

/** Whom another state would touch, in sentences. */
export const previewServerStatusAction = staffAction("ADMIN")
  .inputSchema(statusForm)
  .action(async ({ parsedInput: { serverId, status, isDraining }, ctx }) => {
    const preview = await previewServerStatus(ctx.deps, ctx.actor, serverId);
    return preview.ok ? ok({ lines: await statusSentences(status, isDraining, preview.effect) }) : preview;
  });

/** The link that customers would get, and what current cores say against it, before anything is saved. */
export const previewInboundAction = staffAction("ADMIN")
  .inputSchema(
    flatForm(
      z.object({
        name: z.string().max(80).default(""),
        domain: z.string().min(1).max(253),
        template: inboundTemplateSchema,
      }),
      (form) => ({ name: form.serverTitle, domain: form.serverHost, template: editedInbound(form) }),
    ),
  )
  .action(async ({ parsedInput: { template, ...server } }) =>
    ok({ preview: previewInbound(server, template) }),
  );

/** Asks the panel who it is, now. */
export const probePanelAction = staffAction("ADMIN")
  .inputSchema(panelIdSchema)
  .action(async ({ parsedInput, ctx }) =>
    refreshed(await probePanelById(ctx.deps, ctx.actor, parsedInput.panelId)),
  );

/** Compares our accounts with the panel's and sets right what differs. */
export const reconcilePanelAction = staffAction("ADMIN")
  .inputSchema(panelIdSchema)
  .action(async ({ parsedInput, ctx }) =>
    refreshed(await reconcilePanel(ctx.deps, ctx.actor, parsedInput.panelId)),
  );
