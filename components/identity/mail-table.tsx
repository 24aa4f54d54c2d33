import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

interface MailLine {
  id: string;
  to: string;
  subject: string;
  locale: string;
  sentAt: string;
}

export function MailTable({ mails }: { mails: MailLine[] }) {
  const t = useTranslations("emails.mailbox");
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          <TableHeader>{t("subject")}</TableHeader>
          <TableHeader>{t("to")}</TableHeader>
          <TableHeader>{t("at")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {mails.map((mail) => (
          <TableRow key={mail.id}>
            <TableCell label={t("subject")}>
              <Link href={routes.mail(mail.id)} className="underline">
                <bdi lang={mail.locale}>{mail.subject}</bdi>
              </Link>
            </TableCell>
            <TableCell label={t("to")}>
              <bdi dir="ltr" data-long className="break-all">
                {mail.to}
              </bdi>
            </TableCell>
            <TableCell label={t("at")}>
              <Moment at={mail.sentAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
