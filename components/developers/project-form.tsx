"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import type { FormEvent } from "react";
import { DoneLine } from "@/components/identity/done-line";
import { FormFoot } from "@/components/identity/form-foot";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { createProjectAction, updateProjectAction } from "@/lib/actions/developers";
import { useRouter } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { useDeveloperAction } from "./use-developer-action";

interface Option {
  value: string;
  label: string;
}

export interface ProjectFormValues {
  name: string;
  description: string;
  defaultCountry: string;
  defaultService: string;
  areaCode: string;
  monthlyLimit: string;
}

const FRESH: ProjectFormValues = {
  name: "",
  description: "",
  defaultCountry: "",
  defaultService: "",
  areaCode: "",
  monthlyLimit: "",
};

interface ProjectFormProps {
  /** None for a new one. */
  projectId?: string;
  values?: ProjectFormValues;
  services: readonly Option[];
  countries: readonly Option[];
}

/** What a project is called, what its requests mean where they leave something out, and what it may spend. */
export function ProjectForm({ projectId, values = FRESH, services, countries }: ProjectFormProps) {
  const t = useTranslations("apiKeys.project");
  const router = useRouter();
  const created = useDeveloperAction<{ ok: true; projectId: string }>((answer) =>
    router.push(routes.project(answer.projectId)),
  );
  const updated = useDeveloperAction<{ ok: true }>();
  const create = useAction(createProjectAction, created.callbacks);
  const update = useAction(updateProjectAction, updated.callbacks);
  const { outcome, form } = projectId ? updated : created;
  const isPending = create.isPending || update.isPending || created.outcome.done;
  const refusal = useRefusalSentence(outcome, ["name_taken"]);
  const taken = useRefusalSentence(outcome);
  const none = { value: "", label: t("none") };

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isPending) return;
    const typed = new FormData(event.currentTarget);
    const text = (name: string) => String(typed.get(name) ?? "");
    const input = {
      name: text("name"),
      description: text("description"),
      defaultCountry: text("defaultCountry"),
      defaultService: text("defaultService"),
      areaCode: text("areaCode"),
      monthlyLimitMicros: text("monthlyLimitMicros"),
    };
    if (projectId) update.execute({ ...input, projectId });
    else create.execute(input);
  }

  const nameError = outcome.invalid.has("name") ? t("nameError") : undefined;
  return (
    <form ref={form} onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <TextField
        name="name"
        label={t("name")}
        error={outcome.refusal?.reason === "name_taken" ? taken : nameError}
        defaultValue={values.name}
        maxLength={80}
        dir="auto"
        autoComplete="off"
        required
      />
      <TextArea
        name="description"
        label={t("description")}
        defaultValue={values.description}
        maxLength={500}
        dir="auto"
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Select
          name="defaultService"
          label={t("service")}
          hint={t("serviceHint")}
          defaultValue={values.defaultService}
          options={[none, ...services]}
        />
        <Select
          name="defaultCountry"
          label={t("country")}
          hint={t("countryHint")}
          defaultValue={values.defaultCountry}
          options={[none, ...countries]}
        />
        <TextField
          name="areaCode"
          label={t("area")}
          hint={t("areaHint")}
          error={outcome.invalid.has("areaCode") ? t("areaError") : undefined}
          defaultValue={values.areaCode}
          inputMode="numeric"
          dir="ltr"
          maxLength={8}
        />
        <TextField
          name="monthlyLimitMicros"
          label={t("limit")}
          hint={t("limitHint")}
          error={outcome.invalid.has("monthlyLimitMicros") ? t("limitError") : undefined}
          defaultValue={values.monthlyLimit}
          inputMode="decimal"
          dir="ltr"
          maxLength={20}
        />
      </div>
      <FormFoot
        error={refusal}
        submit={t(projectId ? "save" : "create")}
        isPending={isPending}
        className="sm:self-start"
      />
      <DoneLine>{updated.outcome.done ? t("saved") : null}</DoneLine>
    </form>
  );
}
