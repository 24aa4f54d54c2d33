/** One request, as the examples of every language say it. */
export interface SampleRequest {
  method: string;
  url: string;
  body: Record<string, unknown> | null;
  /** An Idempotency-Key belongs to it. */
  movesMoney: boolean;
}

export const SNIPPET_LANGUAGES = ["curl", "javascript", "python", "php", "go"] as const;
export type SnippetLanguage = (typeof SNIPPET_LANGUAGES)[number];

type Writer = (request: SampleRequest) => string;

const pretty = (body: object, indent: number): string =>
  JSON.stringify(body, null, 2).replaceAll("\n", `\n${" ".repeat(indent)}`);

/** Single quotes of a shell, in which nothing else means anything. */
const shell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const curl: Writer = ({ method, url, body, movesMoney }) =>
  [
    `curl -s ${method === "GET" ? "" : `-X ${method} `}${shell(url)}`,
    '  -H "Authorization: Bearer $PATCHBAY_KEY"',
    ...(movesMoney ? ['  -H "Idempotency-Key: $(date +%s)-$RANDOM"'] : []),
    ...(body ? ["  -H 'Content-Type: application/json'", `  -d ${shell(JSON.stringify(body))}`] : []),
  ].join(" \\\n");

const javascript: Writer = ({ method, url, body, movesMoney }) => {
  const headers = [
    `    Authorization: \`Bearer \${process.env.PATCHBAY_KEY}\`,`,
    ...(movesMoney ? ['    "Idempotency-Key": crypto.randomUUID(),'] : []),
    ...(body ? ['    "Content-Type": "application/json",'] : []),
  ];
  return [
    `const response = await fetch(${JSON.stringify(url)}, {`,
    ...(method === "GET" ? [] : [`  method: "${method}",`]),
    "  headers: {",
    ...headers,
    "  },",
    ...(body ? [`  body: JSON.stringify(${pretty(body, 2)}),`] : []),
    "});",
    "console.log(await response.json());",
  ].join("\n");
};

const python: Writer = ({ method, url, body, movesMoney }) => {
  const literal = body
    ? pretty(body, 4).replaceAll(/: (true|false|null)\b/g, (_, word: string) =>
        word === "null" ? ": None" : `: ${word === "true" ? "True" : "False"}`,
      )
    : null;
  return [
    `import os${movesMoney ? ", uuid" : ""}`,
    "import requests",
    "",
    `response = requests.${method.toLowerCase()}(`,
    `    ${JSON.stringify(url)},`,
    "    headers={",
    '        "Authorization": f"Bearer {os.environ[\'PATCHBAY_KEY\']}",',
    ...(movesMoney ? ['        "Idempotency-Key": str(uuid.uuid4()),'] : []),
    "    },",
    ...(literal ? [`    json=${literal},`] : []),
    "    timeout=30,",
    ")",
    "print(response.json())",
  ].join("\n");
};

const php: Writer = ({ method, url, body, movesMoney }) =>
  [
    "<?php",
    `$curl = curl_init(${shell(url).replaceAll("'\\''", "\\'")});`,
    "curl_setopt_array($curl, [",
    "    CURLOPT_RETURNTRANSFER => true,",
    ...(method === "GET" ? [] : [`    CURLOPT_CUSTOMREQUEST => '${method}',`]),
    "    CURLOPT_HTTPHEADER => [",
    "        'Authorization: Bearer ' . getenv('PATCHBAY_KEY'),",
    ...(movesMoney ? ["        'Idempotency-Key: ' . bin2hex(random_bytes(16)),"] : []),
    ...(body ? ["        'Content-Type: application/json',"] : []),
    "    ],",
    ...(body ? [`    CURLOPT_POSTFIELDS => '${JSON.stringify(body).replaceAll("'", "\\'")}',`] : []),
    "]);",
    "print_r(json_decode(curl_exec($curl), true));",
  ].join("\n");

const go: Writer = ({ method, url, body, movesMoney }) =>
  [
    "package main",
    "",
    "import (",
    ...(movesMoney ? ['\t"crypto/rand"'] : []),
    '\t"io"',
    '\t"net/http"',
    '\t"os"',
    ...(body ? ['\t"strings"'] : []),
    ")",
    "",
    "func main() {",
    ...(body ? [`\tbody := strings.NewReader(\`${JSON.stringify(body)}\`)`] : []),
    `\trequest, err := http.NewRequest("${method}", ${JSON.stringify(url)}, ${body ? "body" : "nil"})`,
    "\tif err != nil {",
    "\t\tpanic(err)",
    "\t}",
    '\trequest.Header.Set("Authorization", "Bearer "+os.Getenv("PATCHBAY_KEY"))',
    ...(movesMoney ? ['\trequest.Header.Set("Idempotency-Key", rand.Text())'] : []),
    ...(body ? ['\trequest.Header.Set("Content-Type", "application/json")'] : []),
    "\tresponse, err := http.DefaultClient.Do(request)",
    "\tif err != nil {",
    "\t\tpanic(err)",
    "\t}",
    "\tdefer response.Body.Close()",
    "\tio.Copy(os.Stdout, response.Body)",
    "}",
  ].join("\n");

const WRITERS: Record<SnippetLanguage, Writer> = { curl, javascript, python, php, go };

/** The request in one language, ready to be pasted. */
export function snippetOf(request: SampleRequest, language: SnippetLanguage): string {
  return WRITERS[language](request);
}
