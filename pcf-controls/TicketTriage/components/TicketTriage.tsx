import * as React from 'react';
import { type Command, commandOf, hasOwnKeys } from '../model/keyboard';
import { OpenMarks } from '../model/collision';
import { layoutOf, shareWidth } from '../model/layout';
import { EVERYTHING, isEverything } from '../model/search';
import type { Grouping } from '../model/settings';
import type { ActionKind, TicketAction } from '../model/ticket-actions';
import type { Ticket } from '../model/ticket';
import type { TicketRecord, View } from '../model/view';
import { ASKED, type Asked } from './ActionBar';
import { BulkBar } from './BulkBar';
import { BulkConfirm } from './BulkConfirm';
import { type Desk, DeskProvider } from './desk';
import { HelpDialog } from './HelpDialog';
import { lookUpAgent } from './look-up-agent';
import { Preview } from './Preview';
import { QueueGrid } from './QueueGrid';
import { QueueFooter, QueueNotice, QueueSkeleton } from './QueueStates';
import type { Drafts } from './ReplyBox';
import { SnoozeDialog } from './SnoozeDialog';
import { Toolbar } from './Toolbar';
import { UndoBar } from './UndoBar';
import { useActions } from './use-actions';
import { useActiveLine } from './use-active-line';
import { useAnnouncements } from './use-announcements';
import { useAutoRefresh } from './use-auto-refresh';
import { useLines } from './use-lines';
import { useReturnFocus } from './use-return-focus';
import { useSelection } from './use-selection';
import { useViewCalls } from './use-view-calls';

interface Props {
  readonly desk: Desk;
  readonly view: View;
  readonly width: number;
  readonly height: number;
  readonly isOffline: boolean;
  /** False when the user may not read the table. */
  readonly canRead: boolean;
}

/** Pixels below which the filters do not fit beside the search. */
const NARROW = 800;

/** In this order when `g` is pressed again and again. */
const NEXT_GROUPING: Readonly<Record<Grouping, Grouping>> = { none: 'intent', intent: 'sla', sla: 'none' };

/** Keys that mean something else outside the list: they scroll, or press a button. */
const IN_LIST_ONLY: ReadonlySet<string> = new Set([
  'ArrowDown',
  'ArrowUp',
  'Home',
  'End',
  'PageDown',
  'PageUp',
  'Enter',
  ' ',
  'a',
]);

/** After these an agent is done with a ticket, and the next one is shown. */
const FINISHES: ReadonlySet<ActionKind> = new Set(['reply', 'assign', 'give_back', 'escalate', 'snooze', 'resolve']);

/** The queue: list, preview, filters, keys. */
export const TicketTriage: React.FC<Props> = ({ desk, view, width, height, isOffline, canRead }) => {
  const { words, settings, host, read } = desk;
  const [grouping, setGrouping] = React.useState<Grouping>(settings.grouping);
  const [open, setOpen] = React.useState<TicketRecord>();
  const [isHelpOpen, setHelpOpen] = React.useState(false);
  const [anchor, setAnchor] = React.useState(0);
  const searchBox = React.useRef<HTMLInputElement>(null);
  const scroller = React.useRef<HTMLDivElement>(null);
  const replyBox = React.useRef<HTMLTextAreaElement>(null);
  const [drafts] = React.useState<Drafts>(() => new Map());
  const [marks] = React.useState(() => new OpenMarks());
  const [replyTo, setReplyTo] = React.useState<string>();
  const [snoozed, setSnoozed] = React.useState<readonly Ticket[]>();
  const [problem, setProblem] = React.useState<string>();

  const actions = useActions(desk, isOffline);
  const calls = useViewCalls(desk, view);
  const chosen = useSelection(desk, view);
  const chosenTickets = React.useMemo(() => chosen.records().map(read), [chosen, read]);
  const { lines, headingOf, fold } = useLines(desk, view, grouping);
  const place = useActiveLine(lines, view);
  const announcement = useAnnouncements(desk, view, calls.wasAskedFor);
  const isAtRest = React.useCallback(
    () => !isOffline && (scroller.current === null || scroller.current.scrollTop === 0),
    [isOffline],
  );
  useAutoRefresh(desk, view, isAtRest);
  useReturnFocus(isHelpOpen || snoozed !== undefined || actions.proposal !== undefined);

  const openId = open?.getRecordId();
  const openRecord = openId === undefined ? undefined : (view.records[openId] ?? open);
  const shared = shareWidth(width, openRecord !== undefined);
  const layout = React.useMemo(() => layoutOf(shared.list || width), [shared.list, width]);

  const recordAt = (line: number): TicketRecord | undefined => {
    const found = line < lines.count ? lines.at(line) : undefined;
    return found?.kind === 'row' ? view.records[view.ids[found.row] ?? ''] : undefined;
  };
  const show = (record: TicketRecord | undefined) => {
    setOpen(record);
    host.tell({ kind: 'opened', id: record?.getRecordId() });
  };
  const openForm = (line: number) => {
    const record = recordAt(line);
    if (record) host.dataset.openDatasetItem(record.getNamedReference());
  };
  /** All tickets between two lines, in the order of the list. */
  const idsBetween = (one: number, other: number): string[] => {
    const ids: string[] = [];
    for (let line = Math.min(one, other); line <= Math.max(one, other); line += 1) {
      const record = recordAt(line);
      if (record) ids.push(record.getRecordId());
    }
    return ids;
  };
  const selectLoaded = () => {
    if (view.ids.every((id) => chosen.selection.has(id))) chosen.clear();
    else chosen.add(view.ids);
  };

  const onLine = (line: number, how: 'open' | 'toggle' | 'extend') => {
    const found = lines.at(line);
    place.go(line, true);
    if (found.kind === 'heading') return fold(found.group.key);
    const record = recordAt(line);
    if (!record) return undefined;
    if (how === 'extend') return chosen.add(idsBetween(anchor, line));
    setAnchor(line);
    return how === 'toggle' ? chosen.toggle(record.getRecordId()) : show(record);
  };

  const move = (line: number, extends_: boolean) => {
    const from = place.active.line;
    const reached = place.go(line, true);
    if (extends_) chosen.add(idsBetween(from, reached));
    const record = recordAt(reached);
    if (openRecord && record) show(record);
  };
  const openLine = () => (openId === undefined ? undefined : lines.lineOf(view.ids.indexOf(openId)));
  const showNext = () => {
    const line = openLine();
    if (line !== undefined && line + 1 < lines.count) move(line + 1, false);
  };
  const act = (action: TicketAction, tickets: readonly Ticket[]) => {
    setProblem(undefined);
    const isOpen = tickets.length === 1 && tickets[0]?.id === openId;
    if (actions.start(action, tickets) && isOpen && FINISHES.has(action.kind)) showNext();
  };
  const ask = (asked: Asked, tickets: readonly Ticket[]) => {
    if (tickets.length === 0) return;
    if (asked === 'snooze') setSnoozed(tickets);
    else if (asked === 'assign')
      lookUpAgent(host).then(
        (agent) => agent && act({ kind: 'assign', agentId: agent.id, agentName: agent.name }, tickets),
        () => setProblem(words('Assign_NoLookup')),
      );
    else act({ kind: asked }, tickets);
  };
  /** What a key is about: the open ticket when pressed there, else the chosen ones, else the line it stands on. */
  const ticketsAt = (target: Element): readonly Ticket[] => {
    const { line } = place.active;
    const isInPreview = openRecord !== undefined && target.closest('.tt-preview') !== null;
    if (!isInPreview && chosenTickets.length > 0) return chosenTickets;
    const record = isInPreview ? openRecord : (recordAt(line) ?? openRecord);
    return record ? [read(record)] : [];
  };
  const reply = () => {
    const record = openRecord ?? recordAt(place.active.line);
    if (!record) return;
    if (record !== openRecord) show(record);
    setReplyTo(record.getRecordId());
  };
  React.useEffect(() => {
    if (replyTo === undefined || replyTo !== openId) return;
    replyBox.current?.focus();
    setReplyTo(undefined);
  }, [replyTo, openId]);

  const leave = () => {
    if (openRecord) {
      show(undefined);
      place.go(place.active.line, true);
    } else chosen.clear();
  };

  const closeHelp = () => {
    setHelpOpen(false);
    place.go(place.active.line, true);
  };

  const run = (command: Command, event: React.KeyboardEvent): void => {
    const { line } = place.active;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / layout.rowHeight) - 1);
    const commands: Partial<Record<Command, () => void>> = {
      next: () => move(line + 1, event.shiftKey),
      previous: () => move(line - 1, event.shiftKey),
      first: () => move(0, event.shiftKey),
      last: () => move(lines.count - 1, event.shiftKey),
      page_down: () => move(line + page, event.shiftKey),
      page_up: () => move(line - page, event.shiftKey),
      open: () => onLine(line, 'open'),
      open_form: () => openForm(line),
      select: () => onLine(line, 'toggle'),
      select_all: selectLoaded,
      leave,
      reply,
      undo: () => void actions.undoLast(),
      search: () => searchBox.current?.focus(),
      group: () => setGrouping(NEXT_GROUPING[grouping]),
      help: () => setHelpOpen(true),
    };
    event.preventDefault();
    const asked = ASKED.find((one) => one === command);
    if (asked) ask(asked, ticketsAt(event.target as Element));
    else commands[command]?.();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const target = event.target as Element;
    const command = commandOf(event);
    if (event.defaultPrevented || command === undefined || hasOwnKeys(target)) return;
    const isInList = target.closest('[data-line]') !== null;
    const isListKey = IN_LIST_ONLY.has(event.key) && (event.key !== 'a' || command === 'select_all');
    if (isListKey && !isInList) return;
    run(command, event);
  };

  const total = view.total;
  const list = (): React.ReactNode => {
    if (!canRead) return <QueueNotice title={words('Queue_NoPermission')} text={words('Queue_NoPermissionText')} />;
    if (view.ids.length === 0) {
      if (view.isLoading) return <QueueSkeleton />;
      if (view.failure !== undefined)
        return (
          <QueueNotice
            isAlert
            title={words('Queue_Failed')}
            text={view.failure}
            action={{ name: words('Shared_Retry'), run: calls.refresh }}
          />
        );
      return isEverything(calls.query) ? (
        <QueueNotice title={words('Queue_Empty')} text={words('Queue_EmptyText')} />
      ) : (
        <QueueNotice
          title={words('Queue_NothingFound')}
          action={{ name: words('Toolbar_Clear'), run: () => calls.search(EVERYTHING) }}
        />
      );
    }
    return (
      <>
        <QueueGrid
          view={view}
          lines={lines}
          layout={layout}
          height={height}
          scroller={scroller}
          selection={chosen.selection}
          active={place.active}
          openId={openId}
          headingOf={headingOf}
          onLine={onLine}
          onOpenForm={openForm}
          onFocusLine={(line) => place.go(line, false)}
          onSort={calls.sortBy}
          onSelectAll={selectLoaded}
          onNearEnd={calls.replacesPages ? nothing : calls.loadNext}
        />
        <QueueFooter
          loaded={view.ids.length}
          total={total}
          hasNext={view.hasNext}
          isLoading={view.isLoading}
          isGrouped={grouping !== 'none'}
          pages={
            calls.replacesPages
              ? {
                  page: view.firstPage,
                  previous: view.hasPrevious ? calls.loadPrevious : undefined,
                  next: view.hasNext ? calls.loadNext : undefined,
                }
              : undefined
          }
        />
      </>
    );
  };

  return (
    <DeskProvider value={desk}>
      <div className="tt" style={{ height }} onKeyDown={onKeyDown}>
        <div className="tt-list" hidden={shared.list === 0} style={{ width: shared.list || undefined }}>
          {canRead && (
            <Toolbar
              view={view}
              query={calls.query}
              grouping={grouping}
              isNarrow={(shared.list || width) < NARROW}
              searchBox={searchBox}
              onQuery={calls.search}
              onSort={calls.sortBy}
              onGroup={setGrouping}
              onRefresh={calls.refresh}
              onHelp={() => setHelpOpen(true)}
            />
          )}
          {chosenTickets.length > 0 && (
            <BulkBar
              tickets={chosenTickets}
              actions={actions}
              onAsk={(asked) => ask(asked, chosenTickets)}
              onClear={chosen.clear}
            />
          )}
          {problem !== undefined && (
            <p className="tt-banner" role="alert">
              {problem}
            </p>
          )}
          {isOffline && (
            <p className="tt-banner" role="status">
              {words('Queue_Offline')}
            </p>
          )}
          {view.ids.length > 0 && view.failure !== undefined && (
            <p className="tt-banner" role="status">
              {words('Queue_Stale', view.failure)}
            </p>
          )}
          {list()}
        </div>
        {openRecord && (
          <Preview
            ticket={read(openRecord)}
            width={shared.preview}
            actions={actions}
            drafts={drafts}
            marks={marks}
            textBox={replyBox}
            isAlone={shared.list === 0}
            onAsk={(asked) => ask(asked, [read(openRecord)])}
            onSent={showNext}
            onLeaveReply={() => (shared.list === 0 ? leave() : place.go(openLine() ?? place.active.line, true))}
            onOpenForm={() => host.dataset.openDatasetItem(openRecord.getNamedReference())}
            onClose={leave}
          />
        )}
        <UndoBar actions={actions} />
        <div className="tt-hidden" role="status" aria-live="polite">
          {announcement}
        </div>
        {snoozed && (
          <SnoozeDialog
            onChoose={(until) => {
              setSnoozed(undefined);
              act({ kind: 'snooze', until }, snoozed);
            }}
            onCancel={() => setSnoozed(undefined)}
          />
        )}
        {actions.proposal && (
          <BulkConfirm proposal={actions.proposal} onConfirm={actions.confirm} onCancel={actions.cancel} />
        )}
        {isHelpOpen && <HelpDialog onClose={closeHelp} />}
      </div>
    </DeskProvider>
  );
};

const nothing = () => undefined;
