"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { PanelSteeringProps } from "./vpn-panel-behaviour";

const MEGABYTE = 1024 ** 2;
const MAX_MEGABYTES = 1024 ** 2;
const USUAL = { upload: 10, download: 250 };

/** Somebody uses their connection: so many megabytes up and down. */
export function VpnPanelTraffic({ state, press, isPending }: PanelSteeringProps) {
  const t = useTranslations("simulators.panels");
  const { slug: simulator, accounts } = state;

  function use(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const bytes = (name: string) => Number(given.get(name)) * MEGABYTE;
    const username = String(given.get("username"));
    const [uploadBytes, downloadBytes] = [bytes("upload"), bytes("download")];
    void press(
      { simulator, verb: "traffic", username, uploadBytes, downloadBytes },
      t("didUse", { username, n: (uploadBytes + downloadBytes) / MEGABYTE }),
    );
  }

  return (
    <form onSubmit={use} className="flex flex-wrap items-end gap-2">
      <Select
        name="username"
        label={t("user")}
        options={accounts.map(({ username }) => ({ value: username, label: username }))}
      />
      {(["upload", "download"] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(name)}
          type="number"
          min={0}
          max={MAX_MEGABYTES}
          defaultValue={USUAL[name]}
          required
          dir="ltr"
        />
      ))}
      <Button type="submit" variant="secondary" pending={isPending}>
        {t("use")}
      </Button>
    </form>
  );
}
