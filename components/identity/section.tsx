import { type ReactNode, useId } from "react";
import { Panel } from "@/components/ui/panel";

/** A panel with its own heading. */
export function Section({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id} className="font-medium text-base">
        {title}
      </h2>
      {lead && <p className="max-w-prose text-ink-2 text-sm">{lead}</p>}
      {children}
    </section>
  );
}

/** The same around a form; a wide one has several columns of its own. */
export function FormSection(props: { title: string; lead?: ReactNode; wide?: boolean; children: ReactNode }) {
  return (
    <Section title={props.title} lead={props.lead}>
      <Panel className={props.wide ? undefined : "max-w-xl"}>{props.children}</Panel>
    </Section>
  );
}
