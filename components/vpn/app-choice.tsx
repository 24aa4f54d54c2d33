"use client";

import { ExternalLink, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import type { PlatformApps } from "@/lib/domain/vpn/types";
import { platformOf } from "./platform-of";

/** An app that was opened has taken the focus by then. */
const OPENED_WITHIN_MS = 1_200;

/** Apps by platform: where to get one, and what opens it with the subscription. */
export function AppChoice({ platforms, url }: { platforms: readonly PlatformApps[]; url: string }) {
  const t = useTranslations("vpn.apps");
  const [platform, setPlatform] = useState<PlatformApps["platform"]>("android");
  const [unopened, setUnopened] = useState<string | null>(null);
  useEffect(() => setPlatform(platformOf(navigator.userAgent)), []);
  const apps = platforms.find((one) => one.platform === platform)?.apps ?? [];

  /** A link of an unknown scheme fails without a word: the subscription's link is copied first. */
  function open(name: string): void {
    setUnopened(null);
    navigator.clipboard?.writeText(url).catch(() => undefined);
    setTimeout(() => {
      if (document.hasFocus()) setUnopened(name);
    }, OPENED_WITHIN_MS);
  }

  return (
    <div className="flex min-w-0 flex-col gap-3">
      <fieldset aria-label={t("platforms")} className="flex flex-wrap gap-1.5">
        {platforms.map((one) => (
          <button
            key={one.platform}
            type="button"
            aria-pressed={one.platform === platform}
            onClick={() => setPlatform(one.platform)}
            className="inline-flex min-h-11 items-center rounded-full border border-line-strong bg-surface px-3.5 text-ink-2 text-sm hover:text-ink aria-pressed:border-ink aria-pressed:font-medium aria-pressed:text-ink md:min-h-8"
          >
            {t(one.platform)}
          </button>
        ))}
      </fieldset>
      <ul className="flex flex-col divide-y divide-line rounded-control border border-line">
        {apps.map((app) => (
          <li key={app.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 p-3">
            <span className="font-medium text-sm">
              <bdi>{app.name}</bdi>
            </span>
            <span className="flex flex-wrap gap-2">
              {app.installUrl && (
                <a
                  href={app.installUrl}
                  target="_blank"
                  rel="noreferrer noopener"
                  aria-label={t("installApp", { app: app.name })}
                  className={buttonStyle({ variant: "ghost" })}
                >
                  <ExternalLink aria-hidden="true" className="size-4" />
                  {t("install")}
                </a>
              )}
              <a
                href={app.deepLink}
                rel="noreferrer"
                aria-label={t("addTo", { app: app.name })}
                onClick={() => open(app.name)}
                className={buttonStyle({ variant: "secondary" })}
              >
                <Plus aria-hidden="true" className="size-4" />
                {t("add")}
              </a>
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="text-ink-2 text-sm empty:hidden">
        {unopened && t("nothing", { app: unopened })}
      </p>
    </div>
  );
}
