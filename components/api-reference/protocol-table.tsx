import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

const KEY_PLACES = {
  rest: "Authorization: Bearer",
  sms: "?api_key=",
  five: "Authorization: Bearer",
} as const;

/** The three protocols with the addresses that clients are pointed at. */
export function ProtocolTable({ origin }: { origin: string }) {
  const t = useTranslations("apiReference.protocolTable");
  const rows = [
    { name: "rest", address: `${origin}/api/v1` },
    { name: "sms", address: `${origin}/stubs/handler_api.php` },
    { name: "five", address: `${origin}/v1` },
  ] as const;
  return (
    <Table caption={t("protocol")}>
      <TableHead>
        <tr>
          <TableHeader>{t("protocol")}</TableHeader>
          <TableHeader>{t("address")}</TableHeader>
          <TableHeader>{t("key")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map(({ name, address }) => (
          <TableRow key={name}>
            <TableCell label={t("protocol")}>{t(name)}</TableCell>
            <TableCell label={t("address")}>
              <bdi dir="ltr">
                <code className="font-mono [overflow-wrap:anywhere]">{address}</code>
              </bdi>
            </TableCell>
            <TableCell label={t("key")}>
              <bdi dir="ltr">
                <code className="font-mono">{KEY_PLACES[name]}</code>
              </bdi>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
