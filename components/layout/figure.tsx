import { Panel } from "@/components/ui/panel";

/** One number with its name, inside a <dl>. */
export function Figure({ label, value }: { label: string; value: string }) {
  return (
    <Panel>
      <dt className="text-ink-2 text-sm">{label}</dt>
      <dd className="font-medium text-xl tabular-nums">
        <bdi dir="ltr">{value}</bdi>
      </dd>
    </Panel>
  );
}
