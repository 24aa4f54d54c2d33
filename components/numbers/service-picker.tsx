"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { ServiceIcon } from "@/components/layout/service-icon";
import { TextField } from "@/components/ui/text-field";
import { Link, useRouter } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { useSlashFocus } from "./use-slash-focus";

export interface PickableService {
  slug: string;
  code: string;
  name: string;
  aliases: string[];
}

function matches(service: PickableService, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return [service.name, service.slug, service.code, ...service.aliases].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}

/** The left pane: type or look, arrows move, Enter chooses. The choice is the page's address. */
export function ServicePicker({ services, chosen }: { services: PickableService[]; chosen: string | null }) {
  const t = useTranslations("numbers.buy");
  const router = useRouter();
  const [query, setQuery] = useState("");
  const [cursor, setCursor] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useSlashFocus(field);
  const found = services.filter((service) => matches(service, query));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setCursor((current) => (current + step + found.length) % Math.max(found.length, 1));
    }
    const target = found[Math.min(cursor, found.length - 1)];
    if (event.key === "Enter" && target) {
      event.preventDefault();
      router.push(routes.numbers({ service: target.slug }));
    }
    if (event.key === "Escape") setQuery("");
  }

  return (
    <section aria-labelledby="services-heading" className="flex flex-col gap-3">
      <h2 id="services-heading" className="sr-only">
        {t("services")}
      </h2>
      <TextField
        ref={field}
        type="search"
        label={t("service")}
        placeholder={t("servicePlaceholder")}
        value={query}
        autoComplete="off"
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setCursor(0);
        }}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 ? (
        <p className="text-ink-2">
          {t("noService", { query })}{" "}
          <button type="button" className="underline" onClick={() => setQuery("")}>
            {t("clear")}
          </button>
        </p>
      ) : (
        <ul className="flex flex-col gap-1">
          {found.map((service, index) => (
            <li key={service.slug}>
              <Link
                href={routes.numbers({ service: service.slug })}
                aria-current={service.slug === chosen ? "true" : undefined}
                data-cursor={query !== "" && index === cursor ? "true" : undefined}
                className="flex min-h-11 items-center gap-3 rounded-control border border-transparent px-3 hover:bg-sunken aria-[current]:border-line-strong aria-[current]:bg-surface data-[cursor]:bg-sunken"
              >
                <ServiceIcon slug={service.slug} name={service.name} />
                <span className="grow">{service.name}</span>
                <span className="font-mono text-ink-3 text-xs" dir="ltr">
                  {service.code}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
