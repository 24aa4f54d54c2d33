import { Panel } from "@/components/ui/panel";

const LINK = /(https?:\/\/\S+)/;

/** A plain-text mail with its links as links. */
export function MailText({ text, locale }: { text: string; locale: string }) {
  return (
    <Panel>
      <p lang={locale} dir="auto" className="whitespace-pre-wrap break-words">
        {text.split(LINK).map((part) =>
          LINK.test(part) ? (
            <a key={part} href={part} dir="ltr" className="break-all underline">
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </p>
    </Panel>
  );
}
