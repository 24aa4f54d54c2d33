"use client";

import { Dialog } from "@base-ui/react/dialog";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { Spinner } from "@/components/ui/spinner";
import { type PaletteAct, type PaletteEntry, paletteEntries } from "./palette-entries";
import { PaletteList } from "./palette-list";
import { ShortcutList } from "./shortcut-list";
import { useFoundThings } from "./use-found-things";

export interface PaletteDialogProps {
  mode: "search" | "shortcuts" | null;
  isStaff: boolean;
  isDemo: boolean;
  areShortcutsOn: boolean;
  onClose(): void;
  onGo(href: string): void;
  onAct(act: PaletteAct): void;
}

/** Everything by a few letters: pages, numbers to rent, orders, people. Arrows choose, Enter goes, Escape leaves. */
export default function PaletteDialog(props: PaletteDialogProps) {
  const { mode, onClose } = props;
  const t = useTranslations("palette");
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Dialog.Root open={mode !== null} onOpenChange={(open) => !open && onClose()}>
        <Dialog.Portal>
          <Dialog.Backdrop className="scrim fixed inset-0 z-40" />
          <Dialog.Popup className="floating fixed inset-x-3 top-[8dvh] z-50 mx-auto flex max-h-[80dvh] max-w-xl flex-col overflow-hidden rounded-panel border border-line bg-surface text-ink outline-none">
            <Dialog.Title className="sr-only">{t(mode === "shortcuts" ? "shortcuts" : "title")}</Dialog.Title>
            {mode === "shortcuts" ? (
              <ShortcutList areOn={props.areShortcutsOn} />
            ) : (
              <PaletteSearch {...props} />
            )}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </QueryClientProvider>
  );
}

function PaletteSearch({ isStaff, isDemo, onGo, onAct }: PaletteDialogProps) {
  const t = useTranslations("palette");
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const { found, isAsking } = useFoundThings(typed);
  const entries = paletteEntries(t, typed, found, { isStaff, isDemo });
  const current = entries[Math.min(chosen, entries.length - 1)];

  const run = (entry: PaletteEntry) => {
    if (entry.href) onGo(entry.href);
    else if (entry.act) onAct(entry.act);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step)
      setChosen((was) => (Math.min(was, entries.length - 1) + step + entries.length) % entries.length);
    else if (event.key === "Enter" && current) run(current);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="flex items-center gap-3 border-line border-b px-4">
        <Search aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
        <input
          role="combobox"
          aria-label={t("title")}
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
          autoComplete="off"
          enterKeyHint="go"
          placeholder={t("placeholder")}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
          dir="auto"
          className="min-h-13 w-full bg-transparent text-base outline-none placeholder:text-ink-3"
        />
        {isAsking && <Spinner />}
      </div>
      <PaletteList listId={listId} entries={entries} current={current} onRun={run} onPoint={setChosen} />
      {entries.length === 0 && (
        <p role="status" className="px-4 py-6 text-ink-2 text-sm">
          {isAsking ? t("looking") : t("nothing")}
        </p>
      )}
    </>
  );
}
