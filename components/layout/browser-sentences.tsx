import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { browserMessages, type SiteArea } from "@/lib/i18n/browser-messages";

/** Gives the browser components of an area their sentences, and no others: the rest stays on the server. */
export async function BrowserSentences({ area, children }: { area: SiteArea; children: ReactNode }) {
  return (
    <NextIntlClientProvider messages={browserMessages(await getMessages(), area)}>
      {children}
    </NextIntlClientProvider>
  );
}
