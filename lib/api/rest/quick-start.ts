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
        `  -H "Idempotency-Key: $(date +%s)-$RANDOM" -H 'Content-Type: application/json' \\`,
        `  -d '{"service":"whatsapp","country":"BR"}'); echo "$ORDER"`,
        `ID=$(echo "$ORDER" | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4)`,
        `[ -n "$ID" ] || echo "No number was rented; the line above says why."`,
      ].join("\n"),
    },
    {
      step: "code",
      // The order has fields named "code" of its own: its state says when the wait is over.
      text: [
        `for second in $(seq 60); do`,
        `  ORDER=$(${call} "${baseUrl}/numbers/$ID")`,
        `  echo "$ORDER" | grep -q -e '"state":"waiting"' -e '"state":"connecting"' || break`,
        `  sleep 1`,
        `done`,
        `echo "$ORDER"`,
        `CODE=$(echo "$ORDER" | grep -o '"code":"[0-9][0-9]*"' | tail -1 | cut -d'"' -f4)`,
        `echo "\${CODE:-No code came; the line above says why.}"`,
      ].join("\n"),
    },
    { step: "finish", text: `${call} -X POST "${baseUrl}/numbers/$ID/finish"` },
  ] as const;
}
