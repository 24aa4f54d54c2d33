import { useAccountName } from "./account-name";

/** An account as a heading: its name, and the code that exports and the journal know it by. */
export function AccountTitle({ code }: { code: string }) {
  const name = useAccountName()(code);
  return (
    <>
      <bdi>{name}</bdi>
      {name !== code && (
        <>
          {" "}
          <bdi dir="ltr" className="font-mono font-normal text-base text-ink-3">
            {code}
          </bdi>
        </>
      )}
    </>
  );
}
