import { Ltr } from "@/components/ui/ltr";
import type { KeyView } from "@/lib/domain/api-keys/types";

/** All that is ever shown of a key again. */
export function KeyName({ apiKey: { prefix, last4 } }: { apiKey: Pick<KeyView, "prefix" | "last4"> }) {
  return <Ltr className="whitespace-nowrap font-mono text-xs">{`${prefix}…${last4}`}</Ltr>;
}
