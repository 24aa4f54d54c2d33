import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Heading } from "@react-email/heading";
import { Hr } from "@react-email/hr";
import { Html } from "@react-email/html";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import type { CSSProperties } from "react";

export interface MailContent {
  locale: string;
  direction: "ltr" | "rtl";
  greeting: string;
  heading: string;
  body: string;
  /** Lines of a sheet, label and value. */
  rows: readonly (readonly [string, string])[];
  action: { label: string; url: string; hint: string } | null;
  note: string;
  footer: string;
}

/** Mail programs know neither our tokens nor oklch(): the light theme's colours, as hex. */
const COLOUR = {
  paper: "#fbfaf8",
  surface: "#ffffff",
  line: "#dfddd9",
  ink: "#1b1d22",
  muted: "#5c5f66",
  accent: "#b8401a",
};
const LATIN = "Geist, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const PERSIAN = "Vazirmatn, Tahoma, 'Segoe UI', sans-serif";

/** A sheet as a table: mail programs know no grid. */
function MailRows({ rows, style }: { rows: MailContent["rows"]; style: CSSProperties }) {
  const cell = { ...style, borderBottom: `1px solid ${COLOUR.line}`, padding: "6px 0" };
  return (
    <table
      width="100%"
      cellPadding="0"
      cellSpacing="0"
      style={{ borderCollapse: "collapse", margin: "0 0 16px" }}
    >
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th
              scope="row"
              style={{
                ...cell,
                color: COLOUR.muted,
                fontWeight: 400,
                paddingInlineEnd: 16,
                textAlign: "start",
                verticalAlign: "top",
              }}
            >
              {label}
            </th>
            <td style={{ ...cell, textAlign: "start", wordBreak: "break-word" }}>
              <bdi>{value}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The one shape of all mails: a greeting, what happened, one next step, what else to know. */
export function MailDocument({
  locale,
  direction,
  greeting,
  heading,
  body,
  rows,
  action,
  note,
  footer,
}: MailContent) {
  const font = direction === "rtl" ? PERSIAN : LATIN;
  const text = {
    fontSize: 16,
    lineHeight: direction === "rtl" ? "30px" : "25px",
    color: COLOUR.ink,
    margin: "0 0 16px",
  };
  const small = { ...text, fontSize: 13, lineHeight: "21px", color: COLOUR.muted };
  return (
    <Html lang={locale} dir={direction}>
      <Head />
      <Preview>{body}</Preview>
      <Body style={{ backgroundColor: COLOUR.paper, fontFamily: font, margin: 0, padding: "24px 12px" }}>
        <Container
          style={{
            backgroundColor: COLOUR.surface,
            border: `1px solid ${COLOUR.line}`,
            borderRadius: 10,
            maxWidth: 520,
            padding: 32,
          }}
        >
          <Text style={{ ...small, fontWeight: 600, letterSpacing: "0.02em" }}>Patchbay</Text>
          <Heading
            as="h1"
            style={{ color: COLOUR.ink, fontSize: 22, lineHeight: "32px", margin: "0 0 20px" }}
          >
            {heading}
          </Heading>
          <Text style={text}>{greeting}</Text>
          <Text style={text}>{body}</Text>
          {rows.length > 0 ? <MailRows rows={rows} style={{ ...text, fontSize: 14, margin: 0 }} /> : null}
          {action ? (
            <Section style={{ margin: "24px 0" }}>
              <Button
                href={action.url}
                style={{
                  backgroundColor: COLOUR.accent,
                  borderRadius: 6,
                  color: "#ffffff",
                  fontSize: 16,
                  fontWeight: 600,
                  padding: "12px 20px",
                }}
              >
                {action.label}
              </Button>
            </Section>
          ) : null}
          <Text style={text}>{note}</Text>
          {action ? (
            <>
              <Text style={{ ...small, margin: "0 0 4px" }}>{action.hint}</Text>
              <Text dir="ltr" style={{ ...small, wordBreak: "break-all" }}>
                {action.url}
              </Text>
            </>
          ) : null}
          <Hr style={{ borderColor: COLOUR.line, margin: "24px 0 16px" }} />
          <Text style={{ ...small, margin: 0 }}>{footer}</Text>
        </Container>
      </Body>
    </Html>
  );
}
