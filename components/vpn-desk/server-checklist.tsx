import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { StaffServerDetail } from "@/lib/domain/vpn/staff-types";

function pointsOf(server: StaffServerDetail) {
  const { word, isDraining } = server;
  return [
    ...server.points,
    ["online", (word === "online" || word === "busy") && !isDraining],
    ["told", server.waiting === 0 && server.failing.length === 0],
  ] as const;
}

/** What has to be so before customers can connect, each with a word and a sign. */
export function ServerChecklist({ server }: { server: StaffServerDetail }) {
  const t = useTranslations("vpnDesk.check");
  return (
    <Panel>
      <ul className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
        {pointsOf(server).map(([key, isDone]) => {
          const Icon = isDone ? CircleCheck : CircleDashed;
          return (
            <li key={key} className="flex items-start gap-2">
              <Icon
                role="img"
                aria-label={t(isDone ? "done" : "open")}
                className={`mt-0.5 size-4 shrink-0 ${isDone ? "text-ok" : "text-warn"}`}
              />
              {t(key)}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
