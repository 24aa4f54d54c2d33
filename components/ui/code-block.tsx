/** Program text, left to right in every language. It can be scrolled by keyboard, so it has a name. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <section
      aria-label={label}
      dir="ltr"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
      tabIndex={0}
      className="overflow-x-auto rounded-panel border border-line bg-sunken text-start"
    >
      <pre className="w-max min-w-full p-4 font-mono text-[13px] leading-5">
        <code>{children}</code>
      </pre>
    </section>
  );
}
