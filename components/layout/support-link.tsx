import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

interface SupportLinkProps {
  /** Empty where the shop has said nothing: its page about refunds is the nearest that helps. */
  email: string;
  subject: string;
  className?: string;
  children: ReactNode;
}

/** The way to whoever can help: a letter to the shop's support address, else the page about refunds. */
export function SupportLink({ email, subject, className, children }: SupportLinkProps) {
  const style = className ?? "underline underline-offset-4";
  return email ? (
    <a href={`mailto:${email}?subject=${encodeURIComponent(subject)}`} className={style}>
      {children}
    </a>
  ) : (
    <Link href={routes.refunds()} prefetch={false} className={style}>
      {children}
    </Link>
  );
}
