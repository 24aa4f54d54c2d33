"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { LinkButton } from "@/components/ui/link-button";

interface FinishedProps {
  title: string;
  text: ReactNode;
  action: { href: string; label: string };
  children?: ReactNode;
}

/** Stands where the form was. It takes the focus, so that it is heard. */
export function Finished({ title, text, action, children }: FinishedProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex flex-col items-start gap-4">
      <h2 ref={heading} tabIndex={-1} className="font-semibold text-xl outline-none">
        {title}
      </h2>
      <p className="text-ink-2">{text}</p>
      {children}
      <LinkButton href={action.href} variant="primary">
        {action.label}
      </LinkButton>
    </div>
  );
}
