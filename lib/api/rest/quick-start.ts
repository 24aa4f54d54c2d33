/** What a newcomer pastes, one after another: from a key to a code. Each prints what came back. */
export function quickStart(baseUrl: string) {
  const call = `curl -s -H "Authorization: Bearer $PATCHBAY_KEY"`;
  return [
    { step: "key", text: "export PATCHBAY_KEY=pb_test_paste_yours_here" },
    { step: "who", text: `${call} '${baseUrl}/key'` },
    {
      step: "rent",
      text: [
        `ORDER=$(${call} -X POST '${baseUrl}/numbers' \\`,
        `  -H "Idempotency-Key: $(date +%s)" -H 'Content-Type: application/json' \\`,
        `  -d '{"service":"whatsapp","country":"BR"}'); echo "$ORDER"`,
        `ID=$(echo "$ORDER" | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4)`,
      ].join("\n"),
    },
    {
      step: "code",
      text: [
        `until ${call} "${baseUrl}/numbers/$ID" | grep -q '"code":"'; do sleep 1; done`,
        `${call} "${baseUrl}/numbers/$ID"`,
      ].join("\n"),
    },
    { step: "finish", text: `${call} -X POST "${baseUrl}/numbers/$ID/finish"` },
  ] as const;
}
