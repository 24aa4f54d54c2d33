import { useEffect, useEffectEvent, useRef } from "react";
import { GO_KEYS, PALETTE_COMMANDS } from "./palette-commands";

interface PaletteKeys {
  /** Single keys can be turned off (WCAG 2.1.4); Ctrl K always works. */
  areShortcutsOn: boolean;
  onOpen(mode: "search" | "shortcuts"): void;
  onGo(href: string): void;
}

const SECOND_KEY_MS = 1_200;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Ctrl K or Cmd K; "?" for the list of keys; "g" and a letter to go somewhere. */
export function usePaletteKeys({ areShortcutsOn, onOpen, onGo }: PaletteKeys): void {
  const wentAt = useRef(0);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey) {
      event.preventDefault();
      return onOpen("search");
    }
    if (!areShortcutsOn || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("[role=dialog], [role=alertdialog]")) return;
    if (event.key === "?") return onOpen("shortcuts");
    const target = GO_KEYS[event.key];
    const command = PALETTE_COMMANDS.find(({ key }) => key === target);
    if (command && event.timeStamp - wentAt.current < SECOND_KEY_MS) onGo(command.href);
    wentAt.current = event.key === "g" ? event.timeStamp : 0;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
