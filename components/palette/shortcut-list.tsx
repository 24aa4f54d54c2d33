import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { GO_KEYS } from "./palette-commands";

function Keys({ keys }: { keys: string[] }) {
  return (
    <span dir="ltr" className="flex gap-1">
      {keys.map((key) => (
        <kbd
          key={key}
          className="rounded-control border border-line-strong bg-sunken px-1.5 font-mono text-xs"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}

/** Every key that does something, and where the single ones are turned off. */
export function ShortcutList({ areOn }: { areOn: boolean }) {
  const t = useTranslations("palette");
  const lines = [
    { keys: ["Ctrl", "K"], label: t("keys.palette") },
    { keys: ["/"], label: t("keys.search") },
    { keys: ["?"], label: t("shortcuts") },
    { keys: ["r"], label: t("keys.rent") },
    ...Object.entries(GO_KEYS).map(([key, page]) => ({ keys: ["g", key], label: t(`pages.${page}`) })),
  ];
  return (
    <div className="flex flex-col gap-3 overflow-y-auto p-4">
      <p aria-hidden="true" className="font-medium text-base">
        {t("shortcuts")}
      </p>
      <dl className="flex flex-col gap-2 text-sm">
        {lines.map(({ keys, label }) => (
          <div key={keys.join("")} className="flex items-center justify-between gap-4">
            <dt>{label}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-ink-2 text-sm">
        {t(areOn ? "singleKeysOn" : "singleKeysOff")}{" "}
        <Link href={routes.preferences()} className="underline underline-offset-2">
          {t("pages.preferences")}
        </Link>
      </p>
    </div>
  );
}
