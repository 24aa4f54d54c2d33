interface MethodChoiceProps {
  /** The name of the radio group. */
  group: string;
  value: string;
  isChosen: boolean;
  title: string;
  text: string;
  onChoose(): void;
}

/** One of several ways of paying, as a card that is a radio button. */
export function MethodChoice({ group, value, isChosen, title, text, onChoose }: MethodChoiceProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 rounded-panel border border-line bg-surface p-3 has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <input
        type="radio"
        name={group}
        value={value}
        checked={isChosen}
        onChange={onChoose}
        className="mt-1 accent-(--accent)"
      />
      <span className="flex flex-col gap-0.5">
        <span className="font-medium">{title}</span>
        <span className="text-ink-2 text-sm">{text}</span>
      </span>
    </label>
  );
}
