import { getTranslations } from "next-intl/server";
import type { ConnectionTest } from "@/lib/domain/billing/commands/test-connection";

/** Keeps a name or a number that is written left to right together within a sentence of any direction. */
const isolated = (text: string) => `\u2066${text}\u2069`;

/** What a test call heard, and after how long, as one sentence; `detail` is the other side's own word for a failure. */
export async function connectionSentence({ heard, ms }: ConnectionTest) {
  const t = await getTranslations("money.connections");
  const took = t("took", { ms });
  const said = (sentence: string) => ({ isWell: true, sentence: `${sentence} (${took}).`, detail: null });
  switch (heard.kind) {
    case "no_such_payment":
      return said(t("noSuchPayment"));
    case "height":
      return said(t("height", { source: isolated(heard.source), height: heard.height }));
    case "address":
      return said(t("address", { source: isolated(heard.source) }));
    case "price":
      return said(t("price", { price: isolated(`${heard.price} USD`) }));
    case "failed":
      return { ...said(t(heard.reason)), isWell: false, detail: heard.detail };
  }
}
