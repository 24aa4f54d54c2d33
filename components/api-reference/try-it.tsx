"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { apiCall } from "@/lib/routes";
import { useReference } from "./reference-state";
import type { ShownOperation } from "./types";

const SANDBOX_PREFIX = "pb_test_";
const UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/;

interface Answer {
  status: string;
  text: string;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** The id of the number that was rented, where the answer is one. */
function rentedId(text: string): string | null {
  try {
    const { id, phone } = JSON.parse(text);
    return typeof id === "string" && typeof phone === "string" ? id : null;
  } catch {
    return null;
  }
}

/** Sends the operation with the reader's own sandbox key, from this page to this shop. */
export function TryIt({
  method,
  sample,
  movesMoney,
}: Pick<ShownOperation, "method" | "sample" | "movesMoney">) {
  const { words, apiKey, setApiKey, lastId, setLastId } = useReference();
  const known =
    lastId && sample.path.startsWith("/numbers/") ? sample.path.replace(UUID, lastId) : sample.path;
  const [path, setPath] = useState<string | null>(null);
  const [body, setBody] = useState(sample.body ? JSON.stringify(sample.body, null, 2) : "");
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isPending, setPending] = useState(false);
  const isRefused = apiKey !== "" && !apiKey.startsWith(SANDBOX_PREFIX);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (isRefused) return;
    setPending(true);
    try {
      const response = await fetch(apiCall(path ?? known), {
        method,
        credentials: "omit",
        headers: {
          authorization: `Bearer ${apiKey}`,
          ...(sample.body ? { "content-type": "application/json" } : {}),
          ...(movesMoney ? { "idempotency-key": crypto.randomUUID() } : {}),
        },
        ...(sample.body ? { body } : {}),
      });
      const text = await response.text();
      const id = rentedId(text);
      if (id) setLastId(id);
      setAnswer({ status: `${response.status} ${response.statusText}`.trim(), text: pretty(text) });
    } catch {
      setAnswer({ status: words.unreachable, text: "" });
    } finally {
      setPending(false);
    }
  }

  return (
    <form onSubmit={send} className="flex flex-col gap-3 pt-2">
      <TextField
        label={words.key}
        hint={words.keyHint}
        error={isRefused ? words.keyRefused : undefined}
        type="password"
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        required
        value={apiKey}
        onChange={(event) => setApiKey(event.target.value.trim())}
      />
      <TextField
        label={words.address}
        dir="ltr"
        spellCheck={false}
        className="font-mono"
        value={path ?? known}
        onChange={(event) => setPath(event.target.value)}
      />
      {sample.body && (
        <TextArea
          label={words.body}
          dir="ltr"
          spellCheck={false}
          className="font-mono"
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      )}
      <Button type="submit" variant="secondary" pending={isPending} className="self-start">
        {words.send}
      </Button>
      <div role="status" className="flex flex-col gap-1">
        {answer && (
          <>
            <bdi dir="ltr" className="self-start font-medium text-sm">
              {answer.status}
            </bdi>
            {answer.text !== "" && <CodeBlock label={words.answer}>{answer.text}</CodeBlock>}
          </>
        )}
      </div>
    </form>
  );
}
