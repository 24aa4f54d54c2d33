import { BaseSequencer } from "vitest/node";

/** Starts long files first within their project, so that no worker is left alone with one at the end. */
export class LongFirst extends BaseSequencer {}
