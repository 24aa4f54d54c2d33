"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { releaseNumber } from "@/lib/domain/numbers/commands/release-number";
import { addNumber } from "@/lib/domain/supply/commands/add-number";
import { switchNumbers } from "@/lib/domain/supply/commands/deactivate-number";
import { withdrawImport } from "@/lib/domain/supply/commands/withdraw-import";
import {
  addNumberSchema,
  releaseNumberSchema,
  switchNumbersSchema,
  withdrawImportSchema,
} from "@/lib/domain/supply/number-schema";
import { staffAction } from "./client";
import { formInput } from "./form-input";

/** The page that is open shows what changed. */
function refreshed<T>(answer: T): T {
  refresh();
  return answer;
}

export const addNumberAction = staffAction("ADMIN")
  .inputSchema(formInput(addNumberSchema))
  .stateAction(async ({ parsedInput, ctx }) => refreshed(await addNumber(ctx.deps, ctx.actor, parsedInput)));

/** The chosen rows come as "ids", once each; the pressed button says which way. */
const switchInput = z.preprocess(
  (value) =>
    value instanceof FormData
      ? {
          ids: value.getAll("ids"),
          isActive: value.get("isActive") === "yes",
          reason: value.get("reason") ?? "",
        }
      : value,
  switchNumbersSchema,
);

export const switchNumbersAction = staffAction("ADMIN")
  .inputSchema(switchInput)
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await switchNumbers(ctx.deps, ctx.actor, parsedInput)),
  );

export const withdrawImportAction = staffAction("ADMIN")
  .inputSchema(formInput(withdrawImportSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await withdrawImport(ctx.deps, ctx.actor, parsedInput)),
  );

export const releaseNumberAction = staffAction("ADMIN")
  .inputSchema(formInput(releaseNumberSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await releaseNumber(ctx.deps, ctx.actor, parsedInput)),
  );
