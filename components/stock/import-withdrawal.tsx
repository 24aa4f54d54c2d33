import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { buttonStyle } from "@/components/ui/button-style";
import { Panel } from "@/components/ui/panel";
import { withdrawImportAction } from "@/lib/actions/stock";
import type { ImportedNumbers } from "@/lib/domain/supply/types";
import { MeantBox } from "./meant-box";

/** Takes what nobody has used of an import off the shelf: what would go and what stays is told before it is confirmed. */
export function ImportWithdrawal({ importId, numbers }: { importId: string; numbers: ImportedNumbers }) {
  const t = useTranslations("stock.imports.withdraw");
  const { unused, held, used } = numbers;
  const words = useEditWords(t("submit", { count: unused }), t("done"));
  return (
    <details>
      <summary
        className={`${buttonStyle({ variant: "secondary" })} w-fit cursor-pointer list-none [&::-webkit-details-marker]:hidden`}
      >
        {t("open")}
      </summary>
      <Panel className="mt-3 flex max-w-2xl flex-col gap-3">
        <p className="text-sm">
          {t("goes", { count: unused })} {held + used > 0 && t("stays", { held, used })}
        </p>
        <p className="text-ink-2 text-sm">{t("after")}</p>
        <EditForm
          action={withdrawImportAction}
          hidden={{ importId, expected: String(unused) }}
          words={words}
          variant="danger"
        >
          <EditField name="reason" label={t("reason")} error={t("reasonError")} maxLength={400} required />
          <MeantBox label={t("meant", { count: unused })} error={t("meantError")} />
        </EditForm>
      </Panel>
    </details>
  );
}
