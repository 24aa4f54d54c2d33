import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";

interface FormFootProps {
  error: ReactNode;
  submit: string;
  isPending: boolean;
  className?: string;
}

/** The end of every form here: what was refused, and the one next step. */
export function FormFoot({ error, submit, isPending, className }: FormFootProps) {
  return (
    <>
      <FormError>{error}</FormError>
      <Button type="submit" variant="primary" pending={isPending} className={className}>
        {submit}
      </Button>
    </>
  );
}
