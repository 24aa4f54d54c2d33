import type { ReactNode } from "react";
import { BrowserSentences } from "@/components/layout/browser-sentences";
import { SiteShell } from "@/components/layout/site-shell";
import { loadSession } from "@/lib/loaders/session";

/** Pages that exist only in demo mode; each of them checks that itself. */
export default async function DemoLayout({ children }: { children: ReactNode }) {
  const session = await loadSession();
  return (
    <BrowserSentences area="site">
      <SiteShell isSignedIn={session !== null}>{children}</SiteShell>
    </BrowserSentences>
  );
}
