import "server-only";
import { getLocale } from "next-intl/server";
import { getDeps } from "@/lib/deps";
import { getSetting } from "@/lib/domain/settings/queries";
import type { LegalText } from "@/lib/domain/settings/schema";
import { loadSupportEmail } from "./support";

const TEXT_KEPT_MS = 5_000;

/** One legal text in the reader's language, else in English; null while the operator has written none. */
export async function loadLegalText(text: LegalText) {
  const deps = getDeps();
  const locale = await getLocale();
  const [stored, supportEmail] = await Promise.all([
    deps.kept.read(`settings.legal.${text}`, TEXT_KEPT_MS, () => getSetting(deps, `legal.${text}`)),
    loadSupportEmail(),
  ]);
  const own = stored.value[locale].trim();
  const english = stored.value.en.trim();
  return {
    body: own || english || null,
    bodyLocale: own ? locale : "en",
    changedAt: stored.changedAt,
    supportEmail,
  };
}
