import type { ReactNode } from "react";
import { BrowserSentences } from "@/components/layout/browser-sentences";
import { SiteShell } from "@/components/layout/site-shell";
import { loadSession } from "@/lib/loaders/session";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const session = await loadSession();
  return (
    <BrowserSentences area="auth">
      <SiteShell isSignedIn={session !== null}>{children}</SiteShell>
    </BrowserSentences>
  );
}
