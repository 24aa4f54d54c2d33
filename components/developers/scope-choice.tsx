import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import type { Scope } from "@/lib/domain/api-keys/types";

interface ScopeChoiceProps {
  scopes: readonly Scope[];
  chosen: readonly Scope[];
}

/** What a key may do, by module: reading and changing apart. */
export function ScopeChoice({ scopes, chosen }: ScopeChoiceProps) {
  const t = useTranslations("apiKeys.scopes");
  const modules = [...new Set(scopes.map((scope) => scope.split(":")[0] ?? ""))] as (
    | "numbers"
    | "wallet"
    | "vpn"
    | "projects"
    | "webhooks"
  )[];
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-sm">{t("label")}</legend>
      <p className="text-ink-3 text-xs">{t("hint")}</p>
      <ul className="divide-y divide-line rounded-panel border border-line">
        {modules.map((module) => (
          <li key={module} className="grid gap-x-4 px-3 py-1 sm:grid-cols-[1fr_auto_auto] sm:items-center">
            <div className="py-1">
              <p className="font-medium text-sm">{t(`${module}.name`)}</p>
              <p className="text-ink-3 text-xs">{t(`${module}.text`)}</p>
            </div>
            <div className="flex gap-x-6 sm:contents">
              {(["read", "write"] as const).map((right) => (
                <Checkbox
                  key={right}
                  name="scopes"
                  value={`${module}:${right}`}
                  defaultChecked={chosen.includes(`${module}:${right}`)}
                  aria-label={t(right === "read" ? "readOf" : "writeOf", { module: t(`${module}.name`) })}
                  label={t(right)}
                />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
