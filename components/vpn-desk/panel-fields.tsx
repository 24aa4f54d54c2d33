"use client";

import { useFormatter } from "next-intl";
import { useState } from "react";
import { useEditing } from "@/components/offers/edit-form";
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

function OneField({ field, panel, words, value }: OneFieldProps) {
  const { name, inForm, kind } = field;
  const shared = {
    name: inForm,
    label: words[name] ?? name,
    hint: words[`${name}Hint${panel}`] ?? words[`${name}Hint`],
    dir: "ltr",
    autoComplete: "off",
    defaultValue: value,
  };
  if (kind === "secret") return <TextField {...shared} type="password" autoComplete="new-password" />;
  if (kind === "area") return <TextArea {...shared} spellCheck={false} className="font-mono" />;
  return <TextField {...shared} inputMode={kind === "number" ? "numeric" : undefined} />;
}

/** What the adapter said of the credentials and settings that were typed. */
function Refused({ words }: { words: Record<string, string> }) {
  const format = useFormatter();
  const { details } = useEditing().outcome.refusal ?? {};
  if (details?.field !== "credentials") return null;
  const wrong = String(details.fields ?? "").split(" ");
  const named = wrong.flatMap((name) => words[name] ?? []);
  return (
    <p role="alert" className="text-bad text-sm sm:col-span-2">
      {named.length > 0 ? (
        `${words.wrong} ${format.list(named)}.`
      ) : (
        <>
          {words.refused} <bdi dir="ltr">{textOf(details.text)}</bdi>
        </>
      )}
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
        <Refused words={words} />
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
