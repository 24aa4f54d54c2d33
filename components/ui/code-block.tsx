/** Program text, left to right in every language. */
export function CodeBlock({ children }: { children: string }) {
  return (
    <pre dir="ltr" className="overflow-x-auto rounded-panel border border-line bg-sunken p-4 font-mono text-xs leading-5" tabIndex={0}>
      <code>{children}</code>
    </pre>
  );
}
