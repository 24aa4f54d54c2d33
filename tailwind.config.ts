import type { Config } from "tailwindcss";

/** One step of the type scale; Persian adds its own air to the line. */
function step(size: number, line: number): [string, { lineHeight: string }] {
  return [`${size / 16}rem`, { lineHeight: `calc(${line / 16}rem + var(--leading-extra))` }];
}

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
        accent: {
          DEFAULT: "var(--accent)",
          strong: "var(--accent-strong)",
          "strong-hover": "var(--accent-strong-hover)",
          text: "var(--accent-text)",
          wash: "var(--accent-wash)",
          ink: "var(--on-accent)",
        },
        bar: "var(--bar)",
        "on-bar": "var(--on-bar)",
        ok: "var(--ok)",
        warn: "var(--warn)",
        bad: "var(--bad)",
        info: "var(--info)",
      },
      borderRadius: { control: "6px", panel: "10px" },
      fontFamily: { sans: "var(--font-sans)", mono: "var(--font-mono)" },
      fontSize: {
        xs: step(12, 16),
        "xs-plus": step(13, 18),
        sm: step(14, 20),
        base: step(16, 24),
        lg: step(20, 28),
        xl: step(20, 28),
        "2xl": step(28, 36),
        "3xl": step(28, 36),
        "4xl": step(40, 46),
      },
    },
  },
} satisfies Config;
