import { join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { readTables } from '../tables/read-tables';
import type { Column } from '../tables/table';
import { attribute, descendants } from '../xml/element';
import { readXmlFile } from '../xml/read-xml';
import './browser/ticket_form';

type Row = Readonly<Record<string, unknown>>;
type Handler = (context: object) => unknown;

/** The tables behind a form page. */
export interface Tables {
  /** @returns the row as the Web API gives it; rejects when it cannot be read */
  read(id: string): Promise<Row>;
  /** Writes columns as the Web API takes them, lookups by `@odata.bind`. */
  write(id: string, item: Row): Promise<unknown>;
}

/** Who sits before the page. */
export interface PageUser {
  id: string;
  name: string;
  /** Windows language id: 1033, or 3082 and 2058 for Spanish. */
  languageId?: number;
}

const CORE = projectFile('solution/core/src');
const MAIN_FORM = '{7c9e1a10-0010-4a00-9a00-000000000101}.xml';
const UPDATE = 2;
export const BULK_EDIT = 6;
/** How a save is begun. */
export const SAVE = 1;
export const SAVE_AND_CLOSE = 2;
export const SAVE_AND_NEW = 59;
export const AUTOSAVE = 70;
const FORM = readXmlFile(join(CORE, 'Entities', 'rcc_Ticket', 'FormXml', 'main', MAIN_FORM));
/** Handlers run on a form for many rows at once only where the form says so. */
const EVENTS_IN_BULK = [...descendants(FORM, 'event')]
  .filter((event) => attribute(event, 'BehaviorInBulkEditForm') === 'Enabled')
  .map((event) => attribute(event, 'name'));

/** The columns of the ticket's main form; a column all of whose fields are disabled is read-only. */
function columnsOfForm(): Map<string, { isReadOnly: boolean; column: Column }> {
  const table = readTables(CORE).find(({ logicalName }) => logicalName === 'rcc_ticket')!;
  const columns = new Map<string, { isReadOnly: boolean; column: Column }>();
  for (const control of descendants(FORM, 'control')) {
    const name = attribute(control, 'datafieldname');
    const column = table.columns.get(name);
    if (column === undefined) continue;
    const isReadOnly = attribute(control, 'disabled') === 'true' && (columns.get(name)?.isReadOnly ?? true);
    columns.set(name, { isReadOnly, column });
  }
  return columns;
}
const COLUMNS = columnsOfForm();

const isLookup = ({ type }: Column) => type === 'lookup' || type === 'owner';

/** A value of a row as a form holds it: lookups as lists of one, instants as dates. */
function shown(row: Row, { logicalName, type, targets }: Column): unknown {
  const value = row[type === 'lookup' || type === 'owner' ? `_${logicalName}_value` : logicalName] ?? null;
  if (value === null) return null;
  if (type === 'datetime') return new Date(String(value));
  return targets === undefined ? value : [{ id: `{${String(value).toUpperCase()}}`, entityType: targets[0]!.table }];
}

/** A column as the Web API takes it. */
function written(value: unknown, column: Column): [name: string, value: unknown] {
  if (!isLookup(column)) return [column.logicalName, value instanceof Date ? value.toISOString() : value];
  const [one] = (value ?? []) as { id: string }[];
  const navigation = column.targets?.[0]?.navigationProperty ?? column.logicalName;
  return [`${navigation}@odata.bind`, one ? `/systemusers(${one.id.replace(/[{}]/g, '').toLowerCase()})` : null];
}

/**
 * The ticket's main form as the platform shows it, with the product's own script: which columns there are and which are
 * read-only is read from the form's source. A save sends what is dirty, which is what differs from the row as last read or
 * saved; what is read-only only when a script says so. A save begun by a script does nothing else, whatever its save mode.
 */
export class TicketFormPage {
  readonly notifications = new Map<string, string>();
  /** What was sent, save by save. */
  readonly sent: Row[] = [];
  /** What became of the page after its saves: closed, or the table whose form for a new row came in its place. */
  readonly left: string[] = [];
  private readonly values = new Map<string, { value: unknown; saved: unknown; mode: string; isDisabled: boolean }>();
  private readonly script: Record<'onLoad' | 'onSave', Handler>;

  private constructor(
    private readonly id: string,
    private readonly tables: Tables,
    private readonly user: PageUser,
    private readonly formType: number,
  ) {
    const { RetailCallCenter } = globalThis as unknown as {
      RetailCallCenter: { ticketForm: TicketFormPage['script'] };
    };
    this.script = RetailCallCenter.ticketForm;
  }

  static async open(id: string, tables: Tables, user: PageUser, formType = UPDATE): Promise<TicketFormPage> {
    const page = new TicketFormPage(id, tables, user, formType);
    await page.refresh();
    await page.run('onLoad', { getFormContext: () => page.context });
    return page;
  }

  /** Reads the row again; what was edited is lost. */
  async refresh(): Promise<void> {
    const row = await this.tables.read(this.id);
    for (const [name, { column }] of COLUMNS)
      this.values.set(name, { value: shown(row, column), saved: shown(row, column), mode: 'dirty', isDisabled: false });
  }

  /** Somebody changes a field. @param value as a form holds it; a user's id for a lookup */
  edit(name: string, value: unknown): void {
    const isUser = COLUMNS.get(name)!.column.type === 'lookup' && typeof value === 'string';
    this.values.get(name)!.value = isUser ? [{ id: `{${value.toUpperCase()}}`, entityType: 'systemuser' }] : value;
  }

  /** What a field shows. */
  valueOf(name: string): unknown {
    return this.values.get(name)!.value;
  }

  /** The fields a script has disabled. */
  get disabled(): string[] {
    return [...this.values].filter(([, { isDisabled }]) => isDisabled).map(([name]) => name);
  }

  /** Somebody saves, or the page does by itself: waits until nothing happens any more. */
  async save(saveMode = SAVE): Promise<void> {
    const isDone = await this.trySave(saveMode).catch(() => false);
    if (isDone && saveMode === SAVE_AND_CLOSE) this.context.ui.close();
    if (isDone && saveMode === SAVE_AND_NEW) this.left.push('rcc_ticket');
    // The script begins the save anew when it has read the ticket.
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
  }

  /** @returns false when a script prevents it; rejects when the table refuses the row */
  private async trySave(saveMode: number): Promise<boolean> {
    let isPrevented = false;
    this.run('onSave', {
      getFormContext: () => this.context,
      getEventArgs: () => ({ preventDefault: () => (isPrevented = true), getSaveMode: () => saveMode }),
    });
    if (isPrevented) return false;
    const item = Object.fromEntries(
      [...COLUMNS].flatMap(([name, { column, isReadOnly }]) => {
        const { value, mode } = this.values.get(name)!;
        return mode === 'always' || (this.isDirty(name) && !isReadOnly) ? [written(value, column)] : [];
      }),
    );
    if (Object.keys(item).length > 0) {
      this.sent.push(item);
      await this.tables.write(this.id, item);
    }
    for (const one of this.values.values()) one.saved = one.value;
    return true;
  }

  private isDirty(name: string): boolean {
    const { value, saved } = this.values.get(name)!;
    return JSON.stringify(value) !== JSON.stringify(saved);
  }

  private run(event: 'onLoad' | 'onSave', context: object): unknown {
    if (this.formType === BULK_EDIT && !EVENTS_IN_BULK.includes(event.toLowerCase())) return;
    (globalThis as unknown as { Xrm: object }).Xrm = {
      WebApi: {
        retrieveRecord: (_table: string, id: string) => this.tables.read(id),
        updateRecord: (_table: string, id: string, change: Row) => this.tables.write(id, change),
      },
      Utility: {
        getGlobalContext: () => ({
          userSettings: {
            userId: `{${this.user.id.toUpperCase()}}`,
            userName: this.user.name,
            languageId: this.user.languageId ?? 1033,
          },
        }),
      },
      Navigation: {
        openForm: async ({ entityName, entityId }: { entityName: string; entityId?: string }) =>
          void this.left.push(entityId ?? entityName),
      },
    };
    return this.script[event](context);
  }

  private readonly context = {
    getAttribute: (name: string) => (this.values.has(name) ? this.attributeOf(name) : null),
    data: {
      entity: {
        getId: () => `{${this.id.toUpperCase()}}`,
        attributes: { get: () => [...this.values.keys()].map((name) => this.attributeOf(name)) },
      },
      save: (options?: { saveMode?: number }) => this.trySave(options?.saveMode ?? SAVE),
    },
    ui: {
      getFormType: () => this.formType,
      setFormNotification: (message: string, _level: string, id: string) => !!this.notifications.set(id, message),
      clearFormNotification: (id: string) => this.notifications.delete(id),
      close: () => void this.left.push('closed'),
    },
  };

  private attributeOf(name: string) {
    const held = this.values.get(name)!;
    return {
      getName: () => name,
      getValue: () => held.value,
      setValue: (value: unknown) => (held.value = value),
      getIsDirty: () => this.isDirty(name),
      setSubmitMode: (mode: string) => (held.mode = mode),
      controls: {
        forEach: (each: (control: object) => void) =>
          each({ setDisabled: (isDisabled: boolean) => (held.isDisabled = isDisabled) }),
      },
    };
  }
}
