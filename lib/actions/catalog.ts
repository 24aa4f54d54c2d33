"use server";

import { refresh } from "next/cache";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { addOffer } from "@/lib/domain/catalog/commands/add-offer";
import { addService } from "@/lib/domain/catalog/commands/add-service";
import { bulkChangePrices } from "@/lib/domain/catalog/commands/bulk-change-prices";
import { draftPrices, draftRollBack } from "@/lib/domain/catalog/commands/draft-prices";
import { moveEntry } from "@/lib/domain/catalog/commands/move-entry";
import { reviewPolicy } from "@/lib/domain/catalog/commands/review-policy";
import { saveOperator } from "@/lib/domain/catalog/commands/save-operator";
import { setIcon } from "@/lib/domain/catalog/commands/set-icon";
import { updateCountry } from "@/lib/domain/catalog/commands/update-country";
import { updateOfferPrice } from "@/lib/domain/catalog/commands/update-offer-price";
import { updateService } from "@/lib/domain/catalog/commands/update-service";
import {
  addServiceSchema,
  moveSchema,
  reviewPolicySchema,
  saveOperatorSchema,
  setIconSchema,
  updateCountrySchema,
  updateServiceSchema,
} from "@/lib/domain/catalog/edit-schema";
import {
  addOfferSchema,
  applyDraftSchema,
  priceDraftSchema,
  rollBackSchema,
  updateOfferSchema,
} from "@/lib/domain/catalog/price-schema";
import { refuse } from "@/lib/domain/kernel/result";
import { redirect } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { staffAction } from "./client";
import { formInput } from "./form-input";

/** The page that is open shows what changed. */
function refreshed<T>(answer: T): T {
  refresh();
  return answer;
}

/** Adds a service and shows it. */
export const addServiceAction = staffAction("ADMIN")
  .inputSchema(formInput(addServiceSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const added = await addService(ctx.deps, ctx.actor, parsedInput);
    if (!added.ok) return added;
    return redirect({ href: routes.adminService(added.serviceId), locale: await getLocale() });
  });

export const updateServiceAction = staffAction("ADMIN")
  .inputSchema(formInput(updateServiceSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await updateService(ctx.deps, ctx.actor, parsedInput)),
  );

export const reviewPolicyAction = staffAction("ADMIN")
  .inputSchema(formInput(reviewPolicySchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await reviewPolicy(ctx.deps, ctx.actor, parsedInput)),
  );

export const moveServiceAction = staffAction("ADMIN")
  .inputSchema(formInput(moveSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await moveEntry(ctx.deps, ctx.actor, "service", parsedInput)),
  );

export const updateCountryAction = staffAction("ADMIN")
  .inputSchema(formInput(updateCountrySchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await updateCountry(ctx.deps, ctx.actor, parsedInput)),
  );

export const moveCountryAction = staffAction("ADMIN")
  .inputSchema(formInput(moveSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await moveEntry(ctx.deps, ctx.actor, "country", parsedInput)),
  );

export const saveOperatorAction = staffAction("ADMIN")
  .inputSchema(formInput(saveOperatorSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await saveOperator(ctx.deps, ctx.actor, parsedInput)),
  );

const setIconInput = setIconSchema.extend({ file: z.file().optional(), remove: z.string().optional() });

/** An icon of a service or a flag of a country, or its removal. */
export const setIconAction = staffAction("ADMIN")
  .inputSchema(formInput(setIconInput))
  .stateAction(async ({ parsedInput: { file, remove, ...target }, ctx }) => {
    if (remove) return refreshed(await setIcon(ctx.deps, ctx.actor, target, null));
    if (!file || file.size === 0) return refuse("file_missing");
    const bytes = new Uint8Array(await file.arrayBuffer());
    return refreshed(await setIcon(ctx.deps, ctx.actor, target, bytes));
  });

export const updateOfferAction = staffAction("ADMIN")
  .inputSchema(formInput(updateOfferSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await updateOfferPrice(ctx.deps, ctx.actor, parsedInput)),
  );

/** Puts something else on offer and shows it. */
export const addOfferAction = staffAction("ADMIN")
  .inputSchema(formInput(addOfferSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const added = await addOffer(ctx.deps, ctx.actor, parsedInput);
    if (!added.ok) return added;
    return redirect({ href: routes.adminOffer(added.offerId), locale: await getLocale() });
  });

/** Keeps the preview and shows it. */
export const draftPricesAction = staffAction("ADMIN")
  .inputSchema(formInput(priceDraftSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const drafted = await draftPrices(ctx.deps, ctx.actor, parsedInput);
    if (!drafted.ok) return drafted;
    return redirect({ href: routes.adminPriceBatch(drafted.draftId), locale: await getLocale() });
  });

export const draftRollBackAction = staffAction("ADMIN")
  .inputSchema(formInput(rollBackSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const drafted = await draftRollBack(ctx.deps, ctx.actor, parsedInput);
    if (!drafted.ok) return drafted;
    return redirect({ href: routes.adminPriceBatch(drafted.draftId), locale: await getLocale() });
  });

export const applyDraftAction = staffAction("ADMIN")
  .inputSchema(formInput(applyDraftSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await bulkChangePrices(ctx.deps, ctx.actor, parsedInput)),
  );
