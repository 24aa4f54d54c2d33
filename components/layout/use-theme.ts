"use client";

import { useState } from "react";
import { THEME_COOKIE } from "@/lib/http/choice-cookies";
import { rememberChoice } from "./remember-choice";
import type { Theme } from "./theme";

/** The theme and how to change it: at once on the page, and in a cookie, so that the server draws the right one next time. */
export function useTheme(initial: Theme): [Theme, (next: Theme) => void] {
  const [theme, setTheme] = useState(initial);
  return [
    theme,
    (next) => {
      setTheme(next);
      document.documentElement.dataset.theme = next;
      rememberChoice(THEME_COOKIE, next);
    },
  ];
}
