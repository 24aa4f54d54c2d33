import type { ReactNode } from "react";
import { BrandLink } from "@/components/layout/brand-link";
import { LooseCord } from "@/components/ui/loose-cord";

interface MessagePageProps {
  title: ReactNode;
  text: ReactNode;
  /** The next steps. */
  children?: ReactNode;
}

/** A whole page that says one thing, in the drawn grammar: two jacks and a cord that hangs loose. */
export function MessagePage({ title, text, children }: MessagePageProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col items-start justify-center gap-5 px-6 py-12 text-base">
      <BrandLink />
      <LooseCord className="w-56" />
      <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
      <div className="text-ink-2">{text}</div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </main>
  );
}
