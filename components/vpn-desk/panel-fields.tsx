"use client";

import { useState } from "react";
import { useEditing } from "@/components/edit-form/edit-form";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { PanelFields as Fields } from "@/lib/domain/vpn/staff-types";
import type { PanelKind } from "@/lib/domain/vpn/types";

interface PanelFieldsProps {
  fields: Record<PanelKind, Fields>;
  /** What each kind is called. */
  kinds: Record<PanelKind, string>;
  /** None for a new one. Credentials are never read back. */
  stored: { kind: PanelKind; options: unknown } | null;
  words: Record<string, string>;
}

type Field = Fields["options"][number];

const textOf = (value: unknown) =>
  Array.isArray(value) ? value.join(", ") : value === undefined || value === null ? "" : String(value);

interface OneFieldProps {
  field: Field;
  panel: PanelKind;
  words: Record<string, string>;
  value: string;
}

/** The fields that the adapter did not take, and what it said. Null when it said nothing. */
function refusedOf({ outcome }: ReturnType<typeof useEditing>) {
  const { details } = outcome.refusal ?? {};
  if (details?.field !== "credentials") return null;
  return {
    names: String(details.fields ?? "")
      .split(" ")
      .filter(Boolean),
    text: textOf(details.text),
  };
}

/** One credential or setting; its error goes as soon as something else is typed. */
function OneField({ field, panel, words, value }: OneFieldProps) {
  const editing = useEditing();
  const [edited, setEdited] = useState<typeof editing.outcome | null>(null);
  const { name, inForm, kind } = field;
  // The name of what lies inside a list has its place behind a dot.
  const isWrong = refusedOf(editing)?.names.some((wrong) => wrong.split(".")[0] === name) ?? false;
  const shared = {
    name: inForm,
    label: words[name] ?? name,
    hint: words[`${name}Hint${panel}`] ?? words[`${name}Hint`],
    error:
      isWrong && edited !== editing.outcome
        ? (words[`${name}Error${panel}`] ?? words[`${name}Error`])
        : undefined,
    onInput: () => setEdited(editing.outcome),
    dir: "ltr",
    autoComplete: "off",
    defaultValue: value,
  };
  if (kind === "secret") return <TextField {...shared} type="password" autoComplete="new-password" />;
  if (kind === "area") return <TextArea {...shared} spellCheck={false} className="font-mono" />;
  return <TextField {...shared} inputMode={kind === "number" ? "numeric" : undefined} />;
}

/** What the adapter said that belongs to no field. */
function Refused({ fields, words }: { fields: Fields; words: Record<string, string> }) {
  const refused = refusedOf(useEditing());
  const shown = [...fields.credentials, ...fields.options].map(({ name }) => name);
  if (!refused || refused.names.some((name) => shown.includes(name.split(".")[0] ?? ""))) return null;
  return (
    <p role="alert" className="text-bad text-sm sm:col-span-2">
      {words.refused} <bdi dir="ltr">{refused.text}</bdi>
    </p>
  );
}

/** The kind of a panel, and the credentials and settings that this kind takes. */
export function PanelFields({ fields, kinds, stored, words }: PanelFieldsProps) {
  const [kind, setKind] = useState<PanelKind>(stored?.kind ?? "HIDDIFY");
  const own = fields[kind];
  const options: Record<string, unknown> = stored?.kind === kind ? Object(stored.options) : {};
  const title = "font-medium text-sm sm:col-span-2";
  const group = "grid min-w-0 items-start gap-4 sm:col-span-2 sm:grid-cols-2";
  return (
    <>
      <Select
        name="kind"
        label={words.kind}
        value={kind}
        options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        onChange={(event) => setKind(event.target.value as PanelKind)}
      />
      {stored && (
        <>
          <input type="hidden" name="storedKind" value={stored.kind} />
          <input type="hidden" name="storedOptions" value={JSON.stringify(stored.options)} />
        </>
      )}
      <fieldset key={`credentials ${kind}`} className={group}>
        <legend className={title}>{words.credentials}</legend>
        <p className="text-ink-2 text-sm sm:col-span-2">{words.credentialsLead}</p>
        {own.credentials.map((field) => (
          <OneField key={field.inForm} field={field} panel={kind} words={words} value="" />
        ))}
        <Refused fields={own} words={words} />
      </fieldset>
      {own.options.length > 0 && (
        <fieldset key={`options ${kind}`} className={group}>
          <legend className={title}>{words.options}</legend>
          {own.options.map((field) => (
            <OneField
              key={field.inForm}
              field={field}
              panel={kind}
              words={words}
              value={textOf(options[field.name])}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
