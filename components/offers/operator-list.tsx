import { useFormatter, useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { EmptyState } from "@/components/ui/empty-state";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { saveOperatorAction } from "@/lib/actions/catalog";
import type { OperatorView } from "@/lib/domain/catalog/types";

interface OperatorListProps {
  countryId: string;
  operators: OperatorView[];
  canEdit: boolean;
}

interface OperatorFormProps {
  countryId: string;
  operator?: OperatorView;
}

function OperatorForm({ countryId, operator }: OperatorFormProps) {
  const t = useTranslations("countries.operators");
  const words = useEditWords(operator ? t("save") : t("add"), operator ? t("saved") : t("added"));
  return (
    <EditForm
      action={saveOperatorAction}
      hidden={{ countryId, id: operator?.id ?? "" }}
      words={words}
      variant="secondary"
      className="grid items-start gap-3 sm:grid-cols-2"
    >
      <EditField
        name="code"
        label={t("code")}
        hint={t("codeHint")}
        error={t("codeError")}
        value={operator?.code}
        maxLength={40}
        dir="ltr"
        required
      />
      <EditField
        name="name"
        label={t("name")}
        error={t("nameError")}
        value={operator?.name}
        maxLength={80}
        required
      />
    </EditForm>
  );
}

/** The mobile operators of a country, each with what hangs on it. */
export function OperatorList({ countryId, operators, canEdit }: OperatorListProps) {
  const t = useTranslations("countries.operators");
  const format = useFormatter();
  return (
    <div className="flex flex-col gap-4">
      {operators.length === 0 ? (
        <EmptyState title={t("empty")} text={t("emptyText")} />
      ) : (
        <Table caption={t("title")}>
          <TableHead>
            <tr>
              <TableHeader>{t("name")}</TableHeader>
              <TableHeader>{t("code")}</TableHeader>
              <TableHeader align="end">{t("offers")}</TableHeader>
              <TableHeader align="end">{t("numbers")}</TableHeader>
              <TableHeader>{t("updated")}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {operators.map((operator) => (
              <TableRow key={operator.id}>
                <TableCell label={t("name")}>
                  {canEdit ? (
                    <details>
                      <summary className="cursor-pointer font-medium">
                        <bdi>{operator.name}</bdi>
                      </summary>
                      <div className="max-w-lg pt-3">
                        <OperatorForm countryId={countryId} operator={operator} />
                      </div>
                    </details>
                  ) : (
                    <bdi>{operator.name}</bdi>
                  )}
                </TableCell>
                <TableCell label={t("code")}>
                  <Ltr className="font-mono">{operator.code}</Ltr>
                </TableCell>
                <TableCell label={t("offers")} align="end">
                  {format.number(operator.offers, "whole")}
                </TableCell>
                <TableCell label={t("numbers")} align="end">
                  {format.number(operator.numbers, "whole")}
                </TableCell>
                <TableCell label={t("updated")}>
                  {format.dateTime(new Date(operator.updatedAt), "short")}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {canEdit && (
        <Panel className="max-w-xl">
          <OperatorForm key={operators.length} countryId={countryId} />
        </Panel>
      )}
    </div>
  );
}
