import { useTranslations } from "next-intl";
import { type ReactNode, Suspense } from "react";
import { IslandBoundary } from "./island-boundary";

interface IslandProps {
  /** The final geometry; it is seen only when reading takes longer than a blink. */
  skeleton: ReactNode;
  children: ReactNode;
}

/** What is read after the page began is put in its place by a script. */
function Waiting({ children }: { children: ReactNode }) {
  const t = useTranslations("table");
  return (
    <>
      <p className="hidden text-ink-2 text-sm noscript:block">{t("needsScripts")}</p>
      <div className="contents noscript:hidden">{children}</div>
    </>
  );
}

/** A part of a page that is read and that fails on its own: the rest of the page stands. */
export function Island({ skeleton, children }: IslandProps) {
  return (
    <IslandBoundary>
      <Suspense fallback={<Waiting>{skeleton}</Waiting>}>{children}</Suspense>
    </IslandBoundary>
  );
}
