"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useActionForm } from "@/components/identity/use-action-form";
import { Button } from "@/components/ui/button";

interface MoveButtonsProps {
  action: Parameters<typeof useActionForm>[0];
  id: string;
  upLabel: string;
  downLabel: string;
}

/** One place up or down; the order can also be typed as a number on the entry's page. */
export function MoveButtons({ action, id, upLabel, downLabel }: MoveButtonsProps) {
  const { formProps, isPending } = useActionForm(action);
  const onSubmit: typeof formProps.onSubmit = (event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    if (!isPending) formProps.action(form);
  };
  return (
    <form {...formProps} onSubmit={onSubmit} className="inline-flex">
      <input type="hidden" name="id" value={id} />
      <Button
        type="submit"
        name="direction"
        value="up"
        variant="ghost"
        content="icon"
        className="size-9"
        aria-label={upLabel}
      >
        <ArrowUp aria-hidden="true" className="size-4" />
      </Button>
      <Button
        type="submit"
        name="direction"
        value="down"
        variant="ghost"
        content="icon"
        className="size-9"
        aria-label={downLabel}
      >
        <ArrowDown aria-hidden="true" className="size-4" />
      </Button>
    </form>
  );
}
