"use client";

import { Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { playBell } from "@/components/layout/bell-sound";
import { Button } from "@/components/ui/button";

/** Lets the person hear what an arriving code sounds like. */
export function SoundTest() {
  const t = useTranslations("settings.preferences");
  return (
    <Button variant="secondary" className="ms-7 self-start" onClick={() => playBell()}>
      <Volume2 aria-hidden="true" className="size-4" />
      {t("soundTest")}
    </Button>
  );
}
