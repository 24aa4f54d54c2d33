"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { controlSimulatorAction, type SimulatorSnapshot } from "@/lib/actions/simulators";
import { useRouter } from "@/lib/i18n/navigation";
import { useSteeringBoard } from "./steering-board";

/** What was bought at the simulated upstream, newest first. */
export function SimulatorActivations({ state, mayChange }: { state: SimulatorSnapshot; mayChange: boolean }) {
  const t = useTranslations("simulators");
  const router = useRouter();
  const { tell } = useSteeringBoard();
  const { execute, isPending } = useAction(controlSimulatorAction, {
    onExecute: () => tell(null),
    onSettled: () => router.refresh(),
  });
  if (state.activations.length === 0) return <EmptyState title={t("empty")} />;
  return (
    <Table caption={t("activations")}>
      <TableHead>
        <TableRow>
          <TableHeader>{t("id")}</TableHeader>
          <TableHeader>{t("what")}</TableHeader>
          <TableHeader>{t("phone")}</TableHeader>
          <TableHeader>{t("status")}</TableHeader>
          <TableHeader>{t("texts")}</TableHeader>
          <TableHeader>{t("deliver")}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {state.activations.map((activation) => (
          <TableRow key={activation.id}>
            <TableCell label={t("id")}>
              <bdi dir="ltr" className="font-mono">
                {activation.id}
              </bdi>
            </TableCell>
            <TableCell label={t("what")}>
              <bdi dir="ltr">{`${activation.service} / ${activation.country} · ${activation.behaviour}`}</bdi>
            </TableCell>
            <TableCell label={t("phone")}>
              <bdi dir="ltr" className="font-mono">{`+${activation.phone}`}</bdi>
            </TableCell>
            <TableCell label={t("status")}>{activation.status}</TableCell>
            <TableCell label={t("texts")}>
              <span dir="auto" className="break-words">
                {activation.messages.at(-1)?.text ?? "–"}
              </span>
            </TableCell>
            <TableCell label={t("deliver")}>
              {mayChange && (
                <Button
                  variant="ghost"
                  pending={isPending}
                  onClick={() => execute({ verb: "deliver", id: activation.id })}
                >
                  {t("deliverNow")}
                </Button>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
