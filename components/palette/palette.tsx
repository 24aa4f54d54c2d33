"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useState } from "react";
import { rememberChoice } from "@/components/layout/remember-choice";
import { signOutAction } from "@/lib/actions/identity";
import { THEME_COOKIE } from "@/lib/http/choice-cookies";
import { useRouter } from "@/lib/i18n/navigation";
import { copyLastCode } from "./copy-last-code";
import type { PaletteAct } from "./palette-entries";
import { usePaletteKeys } from "./use-palette-keys";

/** Comes only when it is first opened. */
const PaletteDialog = lazy(() => import("./palette-dialog"));

interface PaletteProps {
  isStaff: boolean;
  isDemo: boolean;
  areShortcutsOn: boolean;
}

type Mode = "search" | "shortcuts" | null;

/** The way to everything: Ctrl K, or the button on a touch screen. */
export function Palette({ isStaff, isDemo, areShortcutsOn }: PaletteProps) {
  const t = useTranslations("palette");
  const router = useRouter();
  const [mode, setMode] = useState<Mode>(null);
  const [wasOpened, setWasOpened] = useState(false);
  const [said, setSaid] = useState("");
  const open = (next: Mode) => {
    setWasOpened(true);
    setMode(next);
  };
  usePaletteKeys({ areShortcutsOn, onOpen: open, onGo: (href) => router.push(href) });
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(""), 4_000);
    return () => clearTimeout(timer);
  }, [said]);

  const act = async (chosen: PaletteAct) => {
    setMode(null);
    if (chosen === "sign-out") return signOutAction();
    if (chosen === "copy-code") return setSaid(t((await copyLastCode()) ? "copied" : "noCode"));
    const theme = chosen.slice("theme-".length);
    document.documentElement.dataset.theme = theme;
    rememberChoice(THEME_COOKIE, theme);
  };
  return (
    <>
      <button
        type="button"
        aria-label={t("title")}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => open("search")}
        className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control px-2 text-sm opacity-85 hover:opacity-100 md:min-h-9 md:min-w-9"
      >
        <Search aria-hidden="true" className="size-4.5" />
        <kbd
          dir="ltr"
          className="hidden rounded-control border border-line-strong px-1.5 font-mono text-xs opacity-80 lg:inline"
        >
          Ctrl K
        </kbd>
      </button>
      <p
        role="status"
        className="floating fixed start-1/2 bottom-20 z-50 -translate-x-1/2 rounded-panel border border-line bg-surface px-4 py-2 text-ink text-sm empty:hidden rtl:translate-x-1/2"
      >
        {said}
      </p>
      {wasOpened && (
        <Suspense>
          <PaletteDialog
            key={mode === null ? "closed" : "open"}
            mode={mode}
            isStaff={isStaff}
            isDemo={isDemo}
            areShortcutsOn={areShortcutsOn}
            onClose={() => setMode(null)}
            onGo={(href) => {
              setMode(null);
              router.push(href);
            }}
            onAct={(chosen) => void act(chosen)}
          />
        </Suspense>
      )}
    </>
  );
}
