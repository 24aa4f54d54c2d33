import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

/** By the digit that chooses them, beginning with 0. */
const SCRIPTS = [
  "arrives",
  "slow",
  "two",
  "wrong-sender",
  "none",
  "expires",
  "late",
  "sold-out",
  "no-cancel",
  "one-only",
] as const;

/** What sandbox orders can be made to do. */
export function ScriptTable() {
  const t = useTranslations("apiReference.scripts");
  return (
    <Table caption={t("name")}>
      <TableHead>
        <tr>
          <TableHeader>{t("name")}</TableHeader>
          <TableHeader>{t("digit")}</TableHeader>
          <TableHeader>{t("what")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {SCRIPTS.map((script, digit) => (
          <TableRow key={script}>
            <TableCell label={t("name")}>
              <bdi dir="ltr">
                <code className="font-mono">{script}</code>
              </bdi>
            </TableCell>
            <TableCell label={t("digit")}>
              <bdi dir="ltr">{digit}</bdi>
            </TableCell>
            <TableCell label={t("what")}>{t(script)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
