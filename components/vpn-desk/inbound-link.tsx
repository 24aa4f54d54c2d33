"use client";

import { useAction } from "next-safe-action/hooks";
import { useEffect } from "react";
import { Ltr } from "@/components/ui/ltr";
import { previewInboundAction } from "@/lib/actions/vpn-servers";

interface InboundLinkProps {
  /** What the form holds. */
  asked: Record<string, unknown>;
  words: Record<string, string>;
  problems: Record<string, string>;
}

/** The link that the fields make, and what current cores say against it. */
export function InboundLink({ asked, words, problems }: InboundLinkProps) {
  const { execute, result } = useAction(previewInboundAction);
  useEffect(() => execute(asked), [asked, execute]);
  const fields = Object.keys(result.validationErrors?.fieldErrors ?? {});
  const preview = result.data?.preview;
  return (
    <div role="status" className="flex flex-col gap-1 text-sm">
      {fields.map((name) => (
        <p key={name} className="text-bad">
          <bdi className="font-medium">{words[name] ?? name}</bdi>: {words[`${name}Error`]}
        </p>
      ))}
      {preview && (
        <Ltr className="rounded-control bg-sunken p-2 font-mono text-xs [overflow-wrap:anywhere]">
          {preview.link ?? words.noLink ?? "–"}
        </Ltr>
      )}
      {preview?.problems.map((problem) => (
        <p key={problem} className="text-bad">
          {problems[problem]}
        </p>
      ))}
    </div>
  );
}
