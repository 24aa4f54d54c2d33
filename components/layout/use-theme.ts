"use client";

import { useState } from "react";
import { rememberChoice } from "./remember-choice";
import { THEME_COOKIE, type Theme } from "./theme";

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
