import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";

interface FormFootProps {
  error: ReactNode;
  submit: string;
  isPending: boolean;
}

/** The end of every form here: what was refused, and the one next step. */
export function FormFoot({ error, submit, isPending }: FormFootProps) {
  return (
    <>
      <FormError>{error}</FormError>
      <Button type="submit" variant="primary" pending={isPending}>
        {submit}
      </Button>
    </>
  );
}
