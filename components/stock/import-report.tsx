"use client";

import { useFormatter } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ImportProblem, ImportReport } from "@/lib/domain/supply/types";
import type { ImportWords } from "./import-words";

/** What a file holds: how many rows are fine, what is wrong with the others, and the first of those. */
export function ImportReportView({ report, words }: { report: ImportReport; words: ImportWords }) {
  const format = useFormatter();
  const counts: [string, number][] = [
    [words.total, report.total],
    [words.valid, report.valid],
    [words.links, report.links],
    ...(report.added === null ? [] : ([[words.added, report.added]] as [string, number][])),
    ...(Object.entries(report.problems) as [ImportProblem, number][]).map(
      ([problem, count]): [string, number] => [words.problems[problem], count],
    ),
  ];
  return (
    <div className="flex flex-col gap-4">
      <Panel>
        <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,11rem),1fr))] gap-4 text-sm">
          {counts.map(([label, count]) => (
            <div key={label} className="flex flex-col gap-0.5">
              <dt className="text-ink-3 text-xs">{label}</dt>
              <dd className="font-medium text-lg">{format.number(count, "whole")}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      {report.examples.length > 0 && (
        <Table caption={words.examples}>
          <TableHead>
            <tr>
              <TableHeader align="end">{words.line}</TableHeader>
              <TableHeader>{words.number}</TableHeader>
              <TableHeader>{words.problem}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {report.examples.map((example) => (
              <TableRow key={example.line}>
                <TableCell label={words.line} align="end">
                  {format.number(example.line, "whole")}
                </TableCell>
                <TableCell label={words.number}>
                  <bdi dir="ltr" className="break-all font-mono">
                    {example.number}
                  </bdi>
                </TableCell>
                <TableCell label={words.problem}>{words.problems[example.problem]}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </div>
  );
}
