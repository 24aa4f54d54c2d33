import type { ReactNode } from "react";
import { BrowserSentences } from "@/components/layout/browser-sentences";
import { PicturesProvider } from "@/components/layout/pictures";
import { SiteShell } from "@/components/layout/site-shell";
import { loadPictures } from "@/lib/loaders/pictures";
import { loadSession } from "@/lib/loaders/session";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const [session, pictures] = await Promise.all([loadSession(), loadPictures()]);
  return (
    <BrowserSentences area="site">
      <SiteShell isSignedIn={session !== null}>
        <PicturesProvider value={pictures}>{children}</PicturesProvider>
      </SiteShell>
    </BrowserSentences>
  );
}
