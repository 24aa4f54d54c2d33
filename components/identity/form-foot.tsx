import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";

interface FormFootProps {
  error: ReactNode;
  submit: string;
  isPending: boolean;
  /** Secondary where a page has several forms and none is the next step. */
  variant?: "primary" | "secondary";
  className?: string;
}

/** The end of every form here: what was refused, and the one next step. */
export function FormFoot({ error, submit, isPending, variant = "primary", className }: FormFootProps) {
  return (
    <>
      <FormError>{error}</FormError>
      <Button type="submit" variant={variant} pending={isPending} className={className}>
        {submit}
      </Button>
    </>
  );
}
