import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { FileField } from "@/components/edit-form/file-field";
import { setIconAction } from "@/lib/actions/catalog";
import { MAX_ICON_BYTES } from "@/lib/domain/catalog/types";

interface IconFormProps {
  target: "service" | "country";
  id: string;
  version: number;
  hasOwn: boolean;
  /** What is shown now. */
  picture: ReactNode;
}

/** Puts a picture of one's own in the place of the product's, or takes it away again. */
export function IconForm({ target, id, version, hasOwn, picture }: IconFormProps) {
  const t = useTranslations("services.icon");
  const refusals = useTranslations("refusals");
  const set = useEditWords(t("submit"), t("done"));
  const remove = useEditWords(t("remove"), t("removed"));
  return (
    <div className="flex flex-col gap-5">
      <p className="flex items-center gap-3 text-ink-2 text-sm">
        {picture}
        {hasOwn ? t("own") : t("builtIn")}
      </p>
      <EditForm
        action={setIconAction}
        version={version}
        hidden={{ id, target }}
        words={set}
        variant="secondary"
      >
        <FileField
          name="file"
          label={t("file")}
          hint={t("hint")}
          most={{ bytes: MAX_ICON_BYTES, error: refusals("icon_too_large") }}
          accept=".svg,.png,image/svg+xml,image/png"
        />
      </EditForm>
      {hasOwn && (
        <EditForm
          action={setIconAction}
          version={version}
          hidden={{ id, target, remove: "yes" }}
          words={remove}
          variant="danger"
        />
      )}
    </div>
  );
}
