"use client";

import { useFormatter } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import type { ReactNode } from "react";
import { readOutcome } from "@/components/identity/form-outcome";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { Button } from "@/components/ui/button";
import { probePanelAction, reconcilePanelAction } from "@/lib/actions/vpn-servers";

interface PanelActionsProps {
  panelId: string;
  words: Record<"probe" | "reconcile" | "version" | "latency" | "remark" | Count | "strangers", string>;
  /** By the code of a probe. */
  health: Record<string, string>;
  /** What else can be done, before the two. */
  children?: ReactNode;
}

const COUNTS = ["ours", "there", "missing", "wrong", "leftOver"] as const;
type Count = (typeof COUNTS)[number];

function Facts({ title, facts }: { title?: string | undefined; facts: [string, string][] }) {
  return (
    <div className="flex flex-col gap-2 rounded-panel border border-line bg-surface p-4">
      {title && <p className="font-medium">{title}</p>}
      <dl className="flex flex-col gap-1">
        {facts.map(([label, value]) => (
          <div key={label} className="flex flex-wrap gap-x-2">
            <dt className="text-ink-2">{label}</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Asks the panel who it is, or compares our accounts with its own; the answer stands below as facts. */
export function PanelActions({ panelId, words, health, children }: PanelActionsProps) {
  const probe = useAction(probePanelAction);
  const check = useAction(reconcilePanelAction);
  const refusedProbe = useRefusalSentence(readOutcome(probe.result));
  const refusedCheck = useRefusalSentence(readOutcome(check.result));
  const outcome = probe.result.data?.ok ? probe.result.data.outcome : null;
  const drift = check.result.data?.ok ? check.result.data.drift : null;
  const format = useFormatter();
  const sizeOf = (count: number | string[]) =>
    format.number(typeof count === "number" ? count : count.length, "whole");
  const took = (ms: number) => format.number(ms, "milliseconds");
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {children}
        <Button variant="secondary" pending={probe.isPending} onClick={() => probe.execute({ panelId })}>
          {words.probe}
        </Button>
        <Button variant="secondary" pending={check.isPending} onClick={() => check.execute({ panelId })}>
          {words.reconcile}
        </Button>
      </div>
      <div role="status" className="flex flex-col gap-3 text-sm">
        {outcome && (
          <Facts
            title={health[outcome.code]}
            facts={[
              [words.version, outcome.version ?? "–"],
              [words.latency, took(outcome.latencyMs)],
              [words.remark, outcome.text || "–"],
            ]}
          />
        )}
        {drift && (
          <Facts
            facts={[
              ...COUNTS.map((key): [string, string] => [words[key], sizeOf(drift[key])]),
              [words.strangers, drift.strangers.join(", ") || "–"],
            ]}
          />
        )}
      </div>
      <div role="alert" className="text-bad text-sm">
        {refusedProbe ?? refusedCheck}
      </div>
    </div>
  );
}
