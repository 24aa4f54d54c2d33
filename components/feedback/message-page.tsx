import type { ReactNode } from "react";
import { BrandLink } from "@/components/layout/brand-link";

/** A whole page that says one thing, in the drawn grammar: two jacks and a cord that hangs loose. */
export function MessagePage({ title, text, children }: { title: ReactNode; text: ReactNode; children?: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col items-start justify-center gap-5 px-6 py-12">
      <BrandLink />
      <svg aria-hidden="true" viewBox="0 0 160 56" className="h-14 text-ink-3" fill="none" stroke="currentColor" strokeWidth="1.5">
        <circle cx="20" cy="18" r="12" />
        <circle cx="140" cy="18" r="12" />
        <path d="M20 18c6 34 30 40 56 26" strokeLinecap="round" />
        <circle cx="80" cy="42" r="3.5" />
      </svg>
      <h1 className="font-semibold text-[28px] leading-9">{title}</h1>
      <div className="text-ink-2">{text}</div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </main>
  );
}
