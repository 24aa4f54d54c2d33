"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { useBytes } from "@/components/vpn/use-bytes";
import type { PanelSteeringProps } from "./vpn-panel-behaviour";

/** Who is in a simulated panel, newest first; each can be deleted there as its own admin would. */
export function VpnPanelUsers({
  state,
  mayChange,
  press,
  isPending,
}: PanelSteeringProps & { mayChange: boolean }) {
  const t = useTranslations("simulators.panels");
  const inBytes = useBytes();
  const [deleting, setDeleting] = useState<string | null>(null);
  const { slug: simulator, title, accounts, total } = state;
  if (accounts.length === 0) return <p className="text-ink-2 text-sm">{t("empty")}</p>;
  return (
    <div className="flex flex-col gap-2">
      <Table caption={t("usersOf", { title })}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("user")}</TableHeader>
            <TableHeader align="end">{t("used")}</TableHeader>
            <TableHeader>{t("access")}</TableHeader>
            {mayChange && <TableHeader>{t("change")}</TableHeader>}
          </TableRow>
        </TableHead>
        <TableBody>
          {accounts.map(({ username, isActive, usedBytes, limitBytes }) => (
            <TableRow key={username}>
              <TableCell label={t("user")}>
                <Ltr className="break-all font-mono text-xs">{username}</Ltr>
              </TableCell>
              <TableCell label={t("used")} align="end">
                {limitBytes === null
                  ? inBytes(usedBytes)
                  : t("usedOf", { used: inBytes(usedBytes), limit: inBytes(limitBytes) })}
              </TableCell>
              <TableCell label={t("access")}>
                <Badge tone={isActive ? "ok" : "warn"}>{t(isActive ? "active" : "shut")}</Badge>
              </TableCell>
              {mayChange && (
                <TableCell label={t("change")}>
                  <span className="flex flex-wrap gap-1">
                    <Button
                      variant="ghost"
                      pending={isPending}
                      onClick={() =>
                        press({ simulator, verb: "reset-traffic", username }, t("didZero", { username }))
                      }
                    >
                      {t("zero")}
                    </Button>
                    <Button variant="ghost" pending={isPending} onClick={() => setDeleting(username)}>
                      {t("delete")}
                    </Button>
                  </span>
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {total > accounts.length && (
        <p className="text-ink-3 text-sm">{t("more", { n: total - accounts.length })}</p>
      )}
      <ConfirmDialog
        open={deleting !== null}
        onOpenChange={(open) => !open && setDeleting(null)}
        title={t("deleteTitle", { username: deleting ?? "" })}
        description={t("deleteText", { title })}
        confirmLabel={t("deleteSubmit")}
        cancelLabel={t("keep")}
        danger
        onConfirm={() => {
          const username = deleting;
          setDeleting(null);
          if (username !== null)
            void press({ simulator, verb: "delete", username }, t("didDelete", { username, title }));
        }}
      />
    </div>
  );
}
