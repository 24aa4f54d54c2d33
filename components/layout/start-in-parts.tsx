const EMPTY_SCRIPT = "(self.__next_s=self.__next_s||[]).push([0,{children:[]}])";

/**
 * Next waits one turn for each script that has to run before it (the list of next/script's "beforeInteractive") and then
 * starts the page. An empty one makes that turn, and the page starts in a task of its own, after what instrumentation-client.ts starts.
 * https://nextjs.org/docs/app/api-reference/components/script#beforeinteractive
 */
export function StartInParts({ nonce }: { nonce: string | undefined }) {
  return <script nonce={nonce}>{EMPTY_SCRIPT}</script>;
}
