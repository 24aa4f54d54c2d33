import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import type { ConnectionView } from "@/lib/domain/billing/schema";
import { IdText } from "./id-text";

type Variable = ConnectionView["variables"][number];

function State({ isSet, isNeeded }: Variable) {
  const t = useTranslations("money.connections");
  const isMissing = isNeeded && !isSet;
  return (
    <span className={classNames("text-xs", isMissing ? "text-bad" : isSet ? "text-ok" : "text-ink-3")}>
      {isMissing ? t("missing") : t(isSet ? "set" : "builtIn")}
    </span>
  );
}

/** Which variables of the environment are there; never what they say. */
export function ConnectionVariables({ variables }: Pick<ConnectionView, "variables">) {
  const t = useTranslations("money.connections");
  return (
    <div className="flex flex-col gap-1">
      <p className="text-ink-3 text-xs">{t("variables")}</p>
      <dl className="divide-y divide-line">
        {variables.map((variable) => (
          <div
            key={variable.name}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-1.5"
          >
            <dt className="min-w-0">
              <IdText>{variable.name}</IdText>
            </dt>
            <dd>
              <State {...variable} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
