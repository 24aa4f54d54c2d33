import { useCallback, useSyncExternalStore } from "react";

function boxes(formId: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[name="ids"][form="${CSS.escape(formId)}"]`)];
}

/** How many rows are chosen and how many could be, read from the page's own checkboxes. */
export function useChosenRows(formId: string) {
  const subscribe = useCallback((tell: () => void) => {
    document.addEventListener("change", tell);
    document.addEventListener("reset", tell);
    return () => {
      document.removeEventListener("change", tell);
      document.removeEventListener("reset", tell);
    };
  }, []);
  const read = () => {
    const all = boxes(formId);
    return `${all.filter((box) => box.checked).length}/${all.length}`;
  };
  const [chosen = 0, all = 0] = useSyncExternalStore(subscribe, read, () => "0/0")
    .split("/")
    .map(Number);
  const chooseAll = (isChosen: boolean) => {
    for (const box of boxes(formId)) box.checked = isChosen;
    document.dispatchEvent(new Event("change"));
  };
  return { chosen, all, chooseAll };
}
