import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const SPANS = [7, 30, 90] as const;
const CHOICE =
  "inline-flex min-h-11 items-center rounded-control px-3 text-ink-2 text-sm hover:text-ink aria-[current]:bg-surface aria-[current]:font-medium aria-[current]:text-ink aria-[current]:ring-1 aria-[current]:ring-line-strong md:min-h-8";
const GROUP = "inline-flex flex-wrap gap-1 rounded-control border border-line bg-sunken p-1";

interface UsageChoiceProps {
  days: number;
  projects: readonly { id: string; name: string }[];
  projectId: string | null;
}

/** Which days, and whether of one project alone: links, so that each has its address. */
export function UsageChoice({ days, projects, projectId }: UsageChoiceProps) {
  const t = useTranslations("developers.usage");
  const address = (span: number, project: string | null) =>
    routes.apiUsage({ days: span, ...(project ? { project } : {}) });
  return (
    <div className="flex flex-wrap gap-3">
      <nav aria-label={t("span")}>
        <ul className={GROUP}>
          {SPANS.map((span) => (
            <li key={span}>
              <Link
                href={address(span, projectId)}
                prefetch={false}
                aria-current={span === days ? "page" : undefined}
                className={CHOICE}
              >
                {t("days", { n: span })}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {projects.length > 0 && (
        <nav aria-label={t("project")}>
          <ul className={GROUP}>
            {[{ id: null, name: t("allProjects") }, ...projects].map(({ id, name }) => (
              <li key={id ?? "all"} className="max-w-full">
                <Link
                  href={address(days, id)}
                  prefetch={false}
                  aria-current={id === projectId ? "page" : undefined}
                  className={CHOICE}
                >
                  <bdi className="truncate">{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
