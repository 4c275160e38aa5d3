import { Menu, MenuItemCheckbox, MenuItemRadio, MenuList, MenuPopover } from '@fluentui/react-components';
import * as React from 'react';

interface Props {
  /** The button it hangs on, which has the focus again when the menu is closed. */
  readonly button: HTMLElement;
  readonly name: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly chosen: readonly string[];
  /** One of the options holds, and choosing closes the menu; else any number of them. */
  readonly isSingle: boolean;
  readonly onChoose: (chosen: readonly string[]) => void;
  readonly onClose: () => void;
}

/** The open menu of a button. It exists only while it is open: the toolbar is part of the first view, which must be quick. */
export const ToolMenu: React.FC<Props> = ({ button, name, options, chosen, isSingle, onChoose, onClose }) => {
  const Item = isSingle ? MenuItemRadio : MenuItemCheckbox;
  return (
    <Menu
      open
      positioning={{ target: button }}
      checkedValues={{ chosen: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => onChoose(checkedItems)}
      persistOnItemClick={!isSingle}
      onOpenChange={(event, { open, type }) => {
        // The button closes its menu itself.
        if (open || button.contains(event.target as Node)) return;
        // Whoever clicked on something else has the focus there already; Tab goes on from the button.
        if (type !== 'clickOutside' || document.activeElement === document.body) button.focus();
        onClose();
      }}
    >
      <MenuPopover>
        <MenuList aria-labelledby={undefined} aria-label={name}>
          {options.map(([value, text]) => (
            <Item key={value} name="chosen" value={value}>
              {text}
            </Item>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
