import type { Rule } from "../scan/rule";
import { auditedWrites } from "./audited-writes";
import { browserSentences } from "./browser-sentences";
import { classNames } from "./class-names";
import { componentBorders } from "./component-borders";
import { deterministicTests } from "./deterministic-tests";
import { domainPurity } from "./domain-purity";
import { domainVocabulary } from "./domain-vocabulary";
import { environment } from "./environment";
import { fileLength } from "./file-length";
import { formatting } from "./formatting";
import { i18nNavigation } from "./i18n-navigation";
import { internalPaths } from "./internal-paths";
import { layers } from "./layers";
import { loadingFrames } from "./loading-frames";
import { logicalCss } from "./logical-css";
import { moduleOrder } from "./module-order";
import { moduleState } from "./module-state";
import { names } from "./names";
import { noBarrels } from "./no-barrels";
import { noInstanceof } from "./no-instanceof";
import { prismaClient } from "./prisma-client";
import { rootEntries } from "./root-entries";
import { serverOnly } from "./server-only";
import { transactions } from "./transactions";
import { translatedText } from "./translated-text";
import { translations } from "./translations";
import { unfinished } from "./unfinished";

/** Every rule of the architecture that syntax can show. */
export const RULES: Rule[] = [
  layers,
  domainPurity,
  prismaClient,
  environment,
  internalPaths,
  formatting,
  componentBorders,
  classNames,
  moduleOrder,
  domainVocabulary,
  auditedWrites,
  transactions,
  moduleState,
  noInstanceof,
  serverOnly,
  noBarrels,
  names,
  fileLength,
  rootEntries,
  i18nNavigation,
  loadingFrames,
  logicalCss,
  translatedText,
  translations,
  browserSentences,
  deterministicTests,
  unfinished,
];
