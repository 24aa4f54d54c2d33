import { startTransition, useEffect } from "react";
import { useRouter } from "@/lib/i18n/navigation";

const FRESH_MS = 30_000;

/** Reads the page's prices and stock anew every half minute while somebody looks at it. */
export function useFreshPage(): void {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") startTransition(() => router.refresh());
    }, FRESH_MS);
    return () => clearInterval(timer);
  }, [router]);
}
