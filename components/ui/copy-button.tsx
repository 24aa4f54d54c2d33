"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "./button";
import type { ButtonContent, ButtonVariant } from "./button-style";

const SHOWN_MS = 2_000;

interface CopyButtonProps {
  text: string;
  label: string;
  /** What is copied, for those who hear the button among others like it. */
  subject?: string;
  variant?: ButtonVariant;
  content?: ButtonContent;
  className?: string;
}

/** Copies, and says so in words that are also spoken. */
export function CopyButton({
  text,
  label,
  subject,
  variant = "secondary",
  content,
  className,
}: CopyButtonProps) {
  const t = useTranslations("feedback");
  const [result, setResult] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (!result) return;
    const timer = setTimeout(() => setResult(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [result]);
  const Icon = result === "copied" ? Check : Copy;
  return (
    <>
      <Button
        variant={variant}
        content={content}
        className={className}
        onClick={() =>
          navigator.clipboard.writeText(text).then(
            () => setResult("copied"),
            () => setResult("failed"),
          )
        }
      >
        <Icon aria-hidden="true" className="size-4" />
        {label}
        {subject && <span className="sr-only">{subject}</span>}
      </Button>
      <span role="status" className="sr-only">
        {result && t(result)}
      </span>
    </>
  );
}
