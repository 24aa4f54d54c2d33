"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";

/** The look of one line of a menu. */
const menuItemStyle =
  "flex min-h-11 w-full cursor-pointer items-center gap-2 rounded-control px-3 text-start text-sm outline-none data-highlighted:bg-sunken md:min-h-9";

interface MenuProps {
  trigger: ReactElement;
  align?: "start" | "end";
  /** For one that was fetched when its trigger was pressed. */
  defaultOpen?: boolean;
  children: ReactNode;
}

/** A list that opens from its trigger; arrows move, letters find, Escape closes and gives the focus back. */
export function Menu({ trigger, align = "end", defaultOpen, children }: MenuProps) {
  return (
    <Base.Root defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} className="z-50 outline-none">
          <Base.Popup className="floating flex min-w-52 flex-col rounded-panel border border-line bg-surface p-1.5 text-ink outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Lines that belong together, under their word. */
export function MenuGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <Base.Group className="flex flex-col not-first:mt-1 not-first:border-line not-first:border-t not-first:pt-1">
      <Base.GroupLabel className="px-3 pt-2 pb-1 text-ink-3 text-xs">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

/** A line that goes somewhere: a real link. */
export function MenuLink({
  link,
  isCurrent = false,
  children,
}: {
  link: ReactElement;
  isCurrent?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.LinkItem
      render={link}
      closeOnClick
      aria-current={isCurrent ? "true" : undefined}
      className={menuItemStyle}
    >
      <span className="grow">{children}</span>
      {isCurrent && <Check aria-hidden="true" className="size-4" />}
    </Base.LinkItem>
  );
}

/** One that is on or off; the menu stays open. */
export function MenuCheck({
  isChecked,
  onChange,
  children,
}: {
  isChecked: boolean;
  onChange(isChecked: boolean): void;
  children: ReactNode;
}) {
  return (
    <Base.CheckboxItem
      checked={isChecked}
      onCheckedChange={(next) => onChange(next)}
      closeOnClick={false}
      className={menuItemStyle}
    >
      <span className="grow">{children}</span>
      <Base.CheckboxItemIndicator>
        <Check aria-hidden="true" className="size-4" />
      </Base.CheckboxItemIndicator>
    </Base.CheckboxItem>
  );
}

interface MenuChoiceProps<Value extends string> {
  label: ReactNode;
  value: Value;
  options: readonly { value: Value; label: ReactNode; icon?: ReactNode }[];
  onChange(value: Value): void;
}

/** One of a few, chosen in place. */
export function MenuChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: MenuChoiceProps<Value>) {
  return (
    <MenuGroup label={label}>
      <Base.RadioGroup value={value} onValueChange={(next: Value) => onChange(next)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={menuItemStyle}>
            {option.icon}
            <span className="grow">{option.label}</span>
            <Base.RadioItemIndicator>
              <Check aria-hidden="true" className="size-4" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </MenuGroup>
  );
}
