import {
  Button,
  Input,
  Menu,
  MenuButton,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToggleButton,
} from '@fluentui/react-components';
import * as React from 'react';
import { type CellName, CELLS } from '../model/layout';
import { canMark, EVERYTHING, isEverything, MARKS, type Query, withMark, withWords } from '../model/search';
import type { Grouping } from '../model/settings';
import type { ChoiceColumn } from '../model/ticket';
import type { View } from '../model/view';
import { useDesk } from './desk';
import { sortColumn } from './QueueHeader';

interface Props {
  readonly view: View;
  readonly query: Query;
  readonly grouping: Grouping;
  /** Little width: the filters stand in one line that scrolls. */
  readonly isNarrow: boolean;
  readonly searchBox: React.Ref<HTMLInputElement>;
  readonly onQuery: (query: Query) => void;
  readonly onSort: (column: string) => void;
  readonly onGroup: (grouping: Grouping) => void;
  readonly onRefresh: () => void;
  readonly onHelp: () => void;
}

const FILTERED: readonly ChoiceColumn[] = ['status', 'intent', 'priority', 'sentiment', 'channel', 'team'];
const GROUPINGS: readonly Grouping[] = ['none', 'intent', 'sla'];

/** A small arrow that says a button opens a menu is Fluent's own; what is filtered stands on the button. */
const WordsFilter: React.FC<{ column: ChoiceColumn; query: Query; onQuery: (query: Query) => void }> = ({
  column,
  query,
  onQuery,
}) => {
  const { words, settings } = useDesk();
  const chosen = query.words[column] ?? [];
  const name = words(`Filter_${column}`);
  const all: readonly string[] = settings.choices[column].words;
  const text = chosen.length === 1 ? words(`${column}_${chosen[0] ?? ''}`) : String(chosen.length);
  return (
    <Menu
      checkedValues={{ [column]: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => onQuery(withWords(query, column, checkedItems))}
      persistOnItemClick
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" shape="circular" appearance={chosen.length > 0 ? 'primary' : 'outline'}>
          {chosen.length > 0 ? `${name}: ${text}` : name}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {all.map((word) => (
            <MenuItemCheckbox key={word} name={column} value={word}>
              {words(`${column}_${word}`)}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};

/** One of several, in a menu. */
const OneOf: React.FC<{
  readonly name: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}> = ({ name, value, options, onChange }) => (
  <Menu
    checkedValues={{ one: [value] }}
    onCheckedValueChange={(_, { checkedItems }) => onChange(checkedItems[0] ?? value)}
  >
    <MenuTrigger disableButtonEnhancement>
      <MenuButton size="small" appearance="subtle">
        {name}
      </MenuButton>
    </MenuTrigger>
    <MenuPopover>
      <MenuList>
        {options.map(([option, text]) => (
          <MenuItemRadio key={option} name="one" value={option}>
            {text}
          </MenuItemRadio>
        ))}
      </MenuList>
    </MenuPopover>
  </Menu>
);

/** Search, filters, order and groups. The server searches, filters and sorts; groups are made of what is loaded. */
export const Toolbar: React.FC<Props> = (props) => {
  const { view, query, grouping, isNarrow, searchBox, onQuery, onSort, onGroup, onRefresh, onHelp } = props;
  const { words, columns } = useDesk();
  const [text, setText] = React.useState(query.text);
  React.useEffect(() => setText(query.text), [query.text]);
  const find = (asked: string) => {
    if (asked.trim() !== query.text) onQuery({ ...query, text: asked.trim() });
  };
  const sorted = view.sorting[0]?.name ?? '';
  const sortable = CELLS.map(({ cell }): [string | undefined, CellName] => [sortColumn(cell, view), cell])
    .filter((pair): pair is [string, CellName] => pair[0] !== undefined)
    .map(([column, cell]) => [column, words(`Cell_${cell}`)] as const);

  return (
    <div className={isNarrow ? 'tt-toolbar tt-narrow' : 'tt-toolbar'} role="group" aria-label={words('Toolbar_Label')}>
      <form
        role="search"
        className="tt-search"
        onSubmit={(event) => {
          event.preventDefault();
          find(text);
        }}
      >
        <Input
          ref={searchBox}
          type="search"
          size="small"
          value={text}
          aria-label={words('Toolbar_Search')}
          placeholder={words('Toolbar_SearchHint')}
          onChange={(_, { value }) => {
            setText(value);
            // Emptying the box is a search of its own: for everything.
            if (value === '') find('');
          }}
        />
      </form>
      <div className="tt-chips">
        {MARKS.filter((mark) => canMark(mark, columns)).map((mark) => (
          <ToggleButton
            key={mark}
            size="small"
            shape="circular"
            checked={query.marks.includes(mark)}
            appearance={query.marks.includes(mark) ? 'primary' : 'outline'}
            onClick={() => onQuery(withMark(query, mark))}
          >
            {words(`Mark_${mark}`)}
          </ToggleButton>
        ))}
        {FILTERED.filter((column) => columns.inView[column] !== undefined).map((column) => (
          <WordsFilter key={column} column={column} query={query} onQuery={onQuery} />
        ))}
        {!isEverything(query) && (
          <Button size="small" appearance="subtle" onClick={() => onQuery(EVERYTHING)}>
            {words('Toolbar_Clear')}
          </Button>
        )}
      </div>
      <div className="tt-tools">
        {sortable.length > 0 && (
          <OneOf name={words('Toolbar_Sort')} value={sorted} options={sortable} onChange={onSort} />
        )}
        <OneOf
          name={words('Toolbar_Group')}
          value={grouping}
          options={GROUPINGS.map((one) => [one, words(`Group_${one}`)])}
          onChange={(one) => onGroup(one as Grouping)}
        />
        <Button size="small" appearance="subtle" onClick={onRefresh}>
          {words('Toolbar_Refresh')}
        </Button>
        <Button size="small" appearance="subtle" onClick={onHelp} aria-label={words('Help_Title')}>
          ?
        </Button>
      </div>
    </div>
  );
};
