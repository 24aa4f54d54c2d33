import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { CodedText } from "./coded-text";

export interface ShownError {
  code: string;
  status: number;
  /** In the reader's language. */
  sentence: string;
}

/** Every code of the API with its status and what it means. */
export function ErrorTable({ errors }: { errors: readonly ShownError[] }) {
  const t = useTranslations("apiReference.errors");
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          <TableHeader>{t("code")}</TableHeader>
          <TableHeader>{t("status")}</TableHeader>
          <TableHeader>{t("meaning")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {errors.map(({ code, status, sentence }) => (
          <TableRow key={code} id={`error-${code}`}>
            <TableCell label={t("code")}>
              <bdi dir="ltr">
                <code className="font-mono">{code}</code>
              </bdi>
            </TableCell>
            <TableCell label={t("status")}>
              <bdi dir="ltr">{status}</bdi>
            </TableCell>
            <TableCell label={t("meaning")}>
              <CodedText text={sentence} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
