import type { PriceBatchView } from "@/lib/domain/catalog/types";
import { useStepText } from "./step-text";

/** What the change does, as the page's title. */
export function BatchHeading({ draft }: { draft: PriceBatchView }) {
  return useStepText()(draft);
}
