import fc from "fast-check";

/** At home each run looks at new examples; in CI at the same ones, so that a run fails for what was changed and not by chance. */
if (["1", "true"].includes(process.env.CI ?? "")) fc.configureGlobal({ seed: 20_261_122 });
