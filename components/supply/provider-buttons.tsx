"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Button } from "@/components/ui/button";
import { resumeProviderAction, testProviderAction } from "@/lib/actions/supply";
import { ProviderTestFacts, type TestWords } from "./provider-test-facts";

interface ProviderButtonsProps {
  id: string;
  canTest: boolean;
  canResume: boolean;
  words: { test: string; resume: string; resumed: string } & TestWords;
}

/** Asks the provider for balance and prices now, and ends a pause. The answer comes without the key. */
export function ProviderButtons({ id, canTest, canResume, words }: ProviderButtonsProps) {
  const refusals = useTranslations("refusals");
  const test = useAction(testProviderAction);
  const resume = useAction(resumeProviderAction);
  const answer = test.result.data?.ok ? test.result.data.test : null;
  const failed = [test, resume].some(({ result, hasErrored }) => hasErrored || result.data?.ok === false);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {canTest && (
          <Button variant="secondary" pending={test.isPending} onClick={() => test.execute({ id })}>
            {words.test}
          </Button>
        )}
        {canResume && (
          <Button variant="secondary" pending={resume.isPending} onClick={() => resume.execute({ id })}>
            {words.resume}
          </Button>
        )}
      </div>
      <div role="status" className="text-sm">
        {resume.result.data?.ok && words.resumed}
        {answer && <ProviderTestFacts test={answer} words={words} />}
      </div>
      <div role="alert" className="text-bad text-sm">
        {failed && refusals("unavailable")}
      </div>
    </div>
  );
}
