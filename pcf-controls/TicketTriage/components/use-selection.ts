import * as React from 'react';
import { extend, select, type Selection, toggle } from '../model/selection';
import type { TicketRecord, View } from '../model/view';
import type { Desk } from './desk';

export interface ChosenTickets {
  readonly selection: Selection<TicketRecord>;
  toggle(id: string): void;
  /** Chooses these in addition. */
  add(ids: readonly string[]): void;
  clear(): void;
  /** The records of the chosen, as new as there are. */
  records(): TicketRecord[];
}

/** The chosen tickets; the host and the maker are told of them. */
export function useSelection({ host }: Desk, view: View): ChosenTickets {
  const [selection, setSelection] = React.useState<Selection<TicketRecord>>(() =>
    select(recordsOf(host.dataset.getSelectedRecordIds(), view)),
  );
  const { records } = view;
  return React.useMemo(() => {
    const change = (next: Selection<TicketRecord>) => {
      setSelection(next);
      host.dataset.setSelectedRecordIds([...next.ids]);
      host.tell({ kind: 'selected', count: next.ids.length });
    };
    return {
      selection,
      toggle(id) {
        const record = records[id] ?? selection.record(id);
        if (record) change(toggle(selection, id, record));
      },
      add: (ids) => change(extend(selection, recordsOf(ids, { records }))),
      clear: () => change(select()),
      records: () => selection.ids.flatMap((id) => records[id] ?? selection.record(id) ?? []),
    };
  }, [selection, records, host]);
}

const recordsOf = (ids: readonly string[], { records }: Pick<View, 'records'>): [string, TicketRecord][] =>
  ids.flatMap((id) => {
    const record = records[id];
    return record ? [[id, record] as [string, TicketRecord]] : [];
  });
