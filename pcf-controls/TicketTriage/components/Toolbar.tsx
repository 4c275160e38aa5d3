import * as React from 'react';
import { type CellName, CELLS } from '../model/layout';
import { canMark, EVERYTHING, isEverything, MARKS, type Query, withMark, withWords } from '../model/search';
import type { Grouping } from '../model/settings';
import type { ChoiceColumn } from '../model/ticket';
import type { View } from '../model/view';
import { useDesk } from './desk';
import { sortColumn } from './QueueHeader';
import { ToolMenu } from './ToolMenu';

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

type MenuName = ChoiceColumn | 'sort' | 'group';

/**
 * Search, filters, order and groups. The server searches, filters and sorts; groups are made of what is loaded. Buttons
 * and box are the browser's own in Fluent's looks: there are many of them, and they are part of the first view.
 */
export const Toolbar: React.FC<Props> = (props) => {
  const { view, query, grouping, isNarrow, searchBox, onQuery, onSort, onGroup, onRefresh, onHelp } = props;
  const { words, columns, settings } = useDesk();
  const [text, setText] = React.useState(query.text);
  const [menu, setMenu] = React.useState<{ readonly of: MenuName; readonly button: HTMLElement }>();
  React.useEffect(() => setText(query.text), [query.text]);
  const find = (asked: string) => {
    if (asked.trim() !== query.text) onQuery({ ...query, text: asked.trim() });
  };
  const sorted = view.sorting[0]?.name ?? '';
  const sortable = CELLS.map(({ cell }): [string | undefined, CellName] => [sortColumn(cell, view), cell])
    .filter((pair): pair is [string, CellName] => pair[0] !== undefined)
    .map(([column, cell]) => [column, words(`Cell_${cell}`)] as const);

  const menuButton = (of: MenuName, name: string, chosen?: string) => (
    <button
      key={of}
      type="button"
      aria-haspopup="menu"
      aria-expanded={menu?.of === of}
      data-on={chosen && ''}
      onClick={({ currentTarget: button }) => setMenu(menu?.of === of ? undefined : { of, button })}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        setMenu({ of, button: event.currentTarget });
      }}
    >
      {chosen ? `${name}: ${chosen}` : name}
    </button>
  );
  const filterButton = (column: ChoiceColumn) => {
    const [first, ...others] = query.words[column] ?? [];
    const one = first && words(`${column}_${first}`);
    return menuButton(column, words(`Filter_${column}`), others.length > 0 ? String(others.length + 1) : one);
  };
  const choicesOf = (of: MenuName) => {
    if (of === 'sort')
      return {
        name: words('Toolbar_Sort'),
        options: sortable,
        chosen: [sorted],
        onChoose: ([column = sorted]: readonly string[]) => onSort(column),
      };
    if (of === 'group')
      return {
        name: words('Toolbar_Group'),
        options: GROUPINGS.map((one) => [one, words(`Group_${one}`)] as const),
        chosen: [grouping],
        onChoose: ([one = grouping]: readonly string[]) => onGroup(one as Grouping),
      };
    return {
      name: words(`Filter_${of}`),
      options: settings.choices[of].words.map((word) => [word, words(`${of}_${word}`)] as const),
      chosen: query.words[of] ?? [],
      onChoose: (chosen: readonly string[]) => onQuery(withWords(query, of, chosen)),
    };
  };

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
        <input
          ref={searchBox}
          type="search"
          value={text}
          aria-label={words('Toolbar_Search')}
          placeholder={words('Toolbar_SearchHint')}
          onChange={({ target: { value } }) => {
            setText(value);
            // Emptying the box is a search of its own: for everything.
            if (value === '') find('');
          }}
        />
      </form>
      <div className="tt-chips">
        {MARKS.filter((mark) => canMark(mark, columns)).map((mark) => {
          const isOn = query.marks.includes(mark);
          return (
            <button
              key={mark}
              type="button"
              aria-pressed={isOn}
              data-on={isOn ? '' : undefined}
              onClick={() => onQuery(withMark(query, mark))}
            >
              {words(`Mark_${mark}`)}
            </button>
          );
        })}
        {FILTERED.filter((column) => columns.inView[column] !== undefined).map(filterButton)}
        {!isEverything(query) && (
          <button type="button" className="tt-clear" onClick={() => onQuery(EVERYTHING)}>
            {words('Toolbar_Clear')}
          </button>
        )}
      </div>
      <div className="tt-tools">
        {sortable.length > 0 && menuButton('sort', words('Toolbar_Sort'))}
        {menuButton('group', words('Toolbar_Group'))}
        <button type="button" onClick={onRefresh}>
          {words('Toolbar_Refresh')}
        </button>
        <button type="button" onClick={onHelp} aria-label={words('Help_Title')}>
          ?
        </button>
      </div>
      {menu && (
        <ToolMenu
          key={menu.of}
          button={menu.button}
          isSingle={menu.of === 'sort' || menu.of === 'group'}
          onClose={() => setMenu(undefined)}
          {...choicesOf(menu.of)}
        />
      )}
    </div>
  );
};
