"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useEditing } from "./edit-form";

interface EditFieldProps {
  name: string;
  label: string;
  hint?: string;
  /** Said when what was typed cannot be. */
  error?: string;
  /** Said instead where another entry has it. */
  taken?: string;
  /** Said instead where it is well formed and does not fit what is known. */
  refused?: string;
  kind?: "text" | "area" | "check" | "select";
  value?: string;
  checked?: boolean;
  options?: ComponentProps<typeof Select>["options"];
  inputMode?: "text" | "decimal" | "numeric" | "email";
  /** Of an area. */
  rows?: number;
  lang?: string;
  maxLength?: number;
  required?: boolean;
  disabled?: boolean;
  dir?: "ltr" | "rtl" | "auto";
}

/** What somebody else stored in this field meanwhile. */
function StoredNow({ name }: { name: string }) {
  const { outcome, words } = useEditing();
  const now = outcome.refusal?.details?.[`now:${name}`];
  if (now === undefined) return null;
  const shown = typeof now === "boolean" ? (now ? words.yes : words.no) : String(now) || words.nothing;
  return (
    <p className="text-sm text-warn">
      {words.storedNow} <bdi className="whitespace-pre-line font-medium text-ink">{shown}</bdi>
    </p>
  );
}

/** A sentence with what it is about behind it. */
function withFound(sentence: string | undefined, found: string | null): ReactNode {
  if (found === null) return sentence;
  return (
    <>
      {sentence} <bdi dir="ltr">{found}</bdi>
    </>
  );
}

/** What is wrong with what was typed; it goes as soon as something else is typed. */
function useError({ name, error, taken = error, refused = error }: EditFieldProps) {
  const { outcome, said } = useEditing();
  const [edited, setEdited] = useState<typeof outcome | null>(null);
  const { reason, details } = outcome.refusal ?? {};
  const refusals = { value_taken: taken, invalid_input: refused };
  const about =
    (reason === "value_taken" || reason === "invalid_input") && details?.field === name
      ? refusals[reason]
      : undefined;
  const found = about !== undefined && typeof details?.found === "string" ? details.found : null;
  const words =
    said?.field === name ? said.sentence : outcome.invalid.has(name) ? error : withFound(about, found);
  return { error: edited === outcome ? undefined : words, forget: () => setEdited(outcome) };
}

/** Money and traffic are called after what is typed in the form, and after their unit where they are stored. */
const STORED_NAMES: Record<string, string> = {
  basePrice: "basePriceMicros",
  currentPrice: "currentPriceMicros",
  price: "priceMicros",
  trafficGb: "trafficBytes",
  day0: "topUpPerDay.0",
  day1: "topUpPerDay.1",
  day2: "topUpPerDay.2",
  day3: "topUpPerDay.3",
};

/** One field of an EditForm with its error and, after a clash, what stands there now. */
export function EditField(props: EditFieldProps) {
  const { name, label, hint, kind = "text", value, checked, options = [], disabled, dir = "auto" } = props;
  const { error, forget } = useError(props);
  const shared = { name, label, hint, disabled };
  const written = {
    ...shared,
    error,
    defaultValue: value,
    maxLength: props.maxLength,
    required: props.required,
    lang: props.lang,
    dir,
  };
  return (
    <div onInput={forget} className="flex min-w-0 flex-col gap-1">
      {kind === "text" && <TextField {...written} inputMode={props.inputMode} autoComplete="off" />}
      {kind === "area" && <TextArea {...written} rows={props.rows ?? 3} />}
      {kind === "select" && <Select {...shared} error={error} defaultValue={value} options={options} />}
      {kind === "check" && <Checkbox {...shared} error={error} defaultChecked={checked} />}
      <StoredNow name={STORED_NAMES[name] ?? name} />
    </div>
  );
}
