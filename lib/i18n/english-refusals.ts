import en from "./messages/en/refusals.json";

/** The sentences of all refusals for those who read no page: the programs' doors speak English. */
export const ENGLISH_REFUSALS = en;
