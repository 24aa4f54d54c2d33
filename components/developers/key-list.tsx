import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { KeyView } from "@/lib/domain/api-keys/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { KeyName } from "./key-name";
import { KeyStateBadge } from "./key-state";

interface KeyListProps {
  keys: readonly KeyView[];
  /** Whether each key names its project. */
  hasProjects?: boolean;
}

/** One's own keys, those that work first. */
export function KeyList({ keys, hasProjects = true }: KeyListProps) {
  const t = useTranslations("developers.keys");
  const works = ({ state }: KeyView) => state === "ACTIVE" || state === "ROTATING";
  const sorted = [...keys.filter(works), ...keys.filter((key) => !works(key))];
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          <TableHeader>{t("name")}</TableHeader>
          <TableHeader>{t("key")}</TableHeader>
          {hasProjects && <TableHeader>{t("project")}</TableHeader>}
          <TableHeader>{t("state")}</TableHeader>
          <TableHeader>{t("lastUsed")}</TableHeader>
          <TableHeader>{t("created")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {sorted.map((key) => (
          <TableRow key={key.id}>
            <TableCell label={t("name")}>
              <Link
                href={routes.apiKey(key.id)}
                prefetch={false}
                className="font-medium underline underline-offset-2"
              >
                <bdi>{key.name}</bdi>
              </Link>
            </TableCell>
            <TableCell label={t("key")}>
              <KeyName apiKey={key} />
            </TableCell>
            {hasProjects && (
              <TableCell label={t("project")}>
                {key.project ? (
                  <Link
                    href={routes.project(key.project.id)}
                    prefetch={false}
                    className="underline underline-offset-2"
                  >
                    <bdi>{key.project.name}</bdi>
                  </Link>
                ) : (
                  t("noProject")
                )}
              </TableCell>
            )}
            <TableCell label={t("state")}>
              <KeyStateBadge apiKey={key} />
            </TableCell>
            <TableCell label={t("lastUsed")}>
              {key.lastUsedAt ? <Moment at={key.lastUsedAt} /> : t("never")}
            </TableCell>
            <TableCell label={t("created")}>
              <Moment at={key.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
