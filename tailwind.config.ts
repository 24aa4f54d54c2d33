import type { Config } from "tailwindcss";

/** The tokens of app/globals.css under the names that classes use. */
export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    extend: {
      colors: {
        paper: "var(--paper)",
        surface: "var(--surface)",
        sunken: "var(--sunken)",
        line: { DEFAULT: "var(--line)", strong: "var(--line-strong)" },
        ink: { DEFAULT: "var(--ink)", 2: "var(--ink-2)", 3: "var(--ink-3)" },
        accent: { DEFAULT: "var(--accent)", text: "var(--accent-text)", ink: "var(--on-accent)" },
        ok: "var(--ok)",
        warn: "var(--warn)",
        bad: "var(--bad)",
        info: "var(--info)",
      },
      borderRadius: { control: "6px", panel: "10px" },
      fontFamily: { sans: "var(--font-sans)", mono: "var(--font-mono)" },
    },
  },
} satisfies Config;
