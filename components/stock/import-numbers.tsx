"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { FileField } from "@/components/edit-form/file-field";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import type { ImportReport } from "@/lib/domain/supply/types";
import { apiRoutes } from "@/lib/routes";
import { reportIn, type Stored, storedOf } from "./import-answer";
import { ImportProgress } from "./import-progress";
import { ImportReportView } from "./import-report";
import type { ImportWords } from "./import-words";
import { sendFile } from "./send-file";

interface ImportNumbersProps {
  providers: { value: string; label: string }[];
  words: ImportWords;
}

const KNOWN = [
  "file_wrong_columns",
  "file_unreadable",
  "file_too_many_rows",
  "body_too_large",
  "rate_limited",
  "session_expired",
  "forbidden",
] as const;

/** A file, its dry run, and the import of exactly what the dry run found valid. */
export function ImportNumbers({ providers, words }: ImportNumbersProps) {
  const t = useTranslations("refusals");
  const format = useFormatter();
  const [file, setFile] = useState<File | null>(null);
  const [provider, setProvider] = useState(providers[0]?.value ?? "");
  const [report, setReport] = useState<ImportReport | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState<"check" | "commit" | "report" | null>(null);
  const [sent, setSent] = useState(0);
  const [stored, setStored] = useState<Stored | null>(null);

  function choose(event: ChangeEvent<HTMLInputElement>): void {
    setFile(event.currentTarget.files?.[0] ?? null);
    setReport(null);
    setProblem(null);
  }

  function sentence(code: unknown): string {
    if (code === "conflict") return words.changed;
    return t(KNOWN.find((known) => known === code) ?? "unavailable");
  }

  async function send(mode: "check" | "commit" | "report"): Promise<void> {
    if (!file || pending) return;
    setPending(mode);
    setSent(0);
    setStored(null);
    setProblem(null);
    try {
      const address = apiRoutes.numberImport({
        mode,
        provider,
        expected: report?.valid ?? 0,
        name: file.name.slice(0, 200),
      });
      const onText = mode === "commit" ? (text: string) => setStored(storedOf(text)) : undefined;
      const { status, body } = await sendFile(address, file, { onSent: setSent, onText });
      const answer = new Response(body);
      if (status !== 200) {
        const told: { code?: unknown } = await answer.json().catch(() => ({}));
        if (told.code === "conflict") setReport(null);
        setProblem(sentence(told.code));
      } else if (mode === "report") save(body);
      else if (mode === "commit") {
        const done = reportIn(await answer.text());
        if (done) setReport(done);
        else setProblem(words.failed);
      } else setReport((await answer.json()) as ImportReport);
    } catch {
      setProblem(t("unavailable"));
    } finally {
      setPending(null);
    }
  }

  function save(blob: Blob): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "numbers-report.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  const isDone = report !== null && report.added !== null;
  const canImport = report !== null && !isDone && report.valid > 0;
  return (
    <div className="flex flex-col gap-5">
      <Panel className="flex max-w-xl flex-col gap-4">
        <FileField
          name="file"
          label={words.file}
          hint={words.fileHint}
          accept=".csv,text/csv"
          onChange={choose}
        />
        {providers.length > 1 && (
          <Select
            label={words.provider}
            value={provider}
            onChange={(event) => setProvider(event.currentTarget.value)}
            options={providers}
          />
        )}
        <FormError>{problem}</FormError>
        <div className="flex flex-wrap gap-3">
          <Button
            variant={canImport || isDone ? "secondary" : "primary"}
            disabled={!file}
            pending={pending === "check"}
            onClick={() => send("check")}
          >
            {words.check}
          </Button>
          {canImport && (
            <Button pending={pending === "commit"} onClick={() => send("commit")}>
              {words.importValid.replace("#", format.number(report.valid, "whole"))}
            </Button>
          )}
          {report && (
            <Button variant="secondary" pending={pending === "report"} onClick={() => send("report")}>
              {words.report}
            </Button>
          )}
        </div>
        <p role="status" className="text-ink-2 text-sm empty:hidden">
          {pending && <ImportProgress sent={sent} stored={stored} mode={pending} words={words} />}
          {!pending && report && !isDone && report.valid === 0 && words.nothingValid}
        </p>
      </Panel>
      {report && <ImportReportView report={report} words={words} />}
    </div>
  );
}
