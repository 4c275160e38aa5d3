import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { attribute, descendants, type XmlElement } from '../xml/element';
import { readXmlFile } from '../xml/read-xml';
import './browser/money_action_form';

const FORMS = projectFile('solution/core/src/Entities/rcc_MoneyAction/FormXml');
const [CREATE, UPDATE] = [1, 2];
const TICKET = '11111111-2222-4333-8444-555555555555';
const OTHER = '99999999-2222-4333-8444-555555555555';

const asked: string[][] = [];
let answer: () => Promise<Record<string, unknown>>;
beforeEach(() => {
  asked.length = 0;
  answer = () => Promise.resolve({ rcc_ordernumber: 'ORD-12359' });
  (globalThis as unknown as { Xrm: object }).Xrm = {
    WebApi: { retrieveRecord: (...given: string[]) => (asked.push(given), answer()) },
  };
});

/** A form as the platform shows it: the columns that are on it, and the handlers it names. */
class Form {
  private readonly values: Map<string, unknown>;

  constructor(
    private readonly form: XmlElement,
    private readonly formType: number,
    values: Readonly<Record<string, unknown>>,
  ) {
    const columns = [...descendants(form, 'control')].map((control) => attribute(control, 'datafieldname'));
    this.values = new Map(columns.map((name) => [name, values[name] ?? null]));
  }

  get orderNumber(): unknown {
    return this.values.get('rcc_ordernumber');
  }

  /** @param ticket its id; null empties the field */
  async chooseTicket(ticket: string | null): Promise<void> {
    this.enter('rcc_ticket', lookup(ticket));
    await this.raise('onchange', 'rcc_ticket');
  }

  enter(column: string, value: unknown): void {
    this.values.set(column, value);
  }

  /** Calls what the form names for an event. @param column whose event it is; none for the form's own */
  async raise(name: string, column = ''): Promise<void> {
    const events = [...descendants(this.form, 'event')].filter(
      (event) => attribute(event, 'name') === name && attribute(event, 'attribute') === column,
    );
    for (const handler of events.flatMap((event) => [...descendants(event, 'Handler')])) {
      expect(attribute(handler, 'passExecutionContext')).toBe('true');
      const path = attribute(handler, 'functionName').split('.');
      const handle = path.reduce<unknown>((scope, key) => (scope as Record<string, unknown>)[key], globalThis);
      await (handle as (context: object) => Promise<void>)({ getFormContext: () => this.context });
    }
  }

  private readonly context = {
    getAttribute: (name: string) =>
      this.values.has(name)
        ? { getValue: () => this.values.get(name), setValue: (value: unknown) => this.values.set(name, value) }
        : null,
    ui: { getFormType: () => this.formType },
  };
}

const lookup = (ticket: string | null) =>
  ticket === null ? null : [{ id: `{${ticket.toUpperCase()}}`, entityType: 'rcc_ticket' }];

describe.each(['main', 'quickCreate'])('the %s form of a money action', (type) => {
  const [file] = readdirSync(join(FORMS, type));
  const xml = readXmlFile(join(FORMS, type, file!));
  const opened = async (values: Readonly<Record<string, unknown>>, formType = CREATE) => {
    const form = new Form(xml, formType, values);
    await form.raise('onload');
    return form;
  };

  it('loads the one script it calls', () => {
    const library = 'rcc_/scripts/money_action_form.js';
    expect([...descendants(xml, 'Library')].map((each) => attribute(each, 'name'))).toEqual([library]);
    expect([...descendants(xml, 'Handler')].map((each) => attribute(each, 'libraryName'))).toEqual([library, library]);
  });

  it('begins with the order number of the ticket it is opened from', async () => {
    expect((await opened({ rcc_ticket: lookup(TICKET) })).orderNumber).toBe('ORD-12359');
    expect(asked).toEqual([['rcc_ticket', TICKET, '?$select=rcc_ordernumber']]);
  });

  it('takes the order number once a ticket is chosen', async () => {
    const form = await opened({});
    expect(form.orderNumber).toBeNull();
    await form.chooseTicket(null);
    expect(asked).toEqual([]);
    await form.chooseTicket(TICKET);
    expect(form.orderNumber).toBe('ORD-12359');
  });

  it('leaves what somebody has entered, before and meanwhile', async () => {
    const form = await opened({ rcc_ticket: lookup(TICKET), rcc_ordernumber: '12345' });
    expect([form.orderNumber, asked]).toEqual(['12345', []]);
    let read = (_row: Record<string, unknown>): void => undefined;
    answer = () => new Promise((resolve) => (read = resolve));
    const writing = new Form(xml, CREATE, { rcc_ticket: lookup(TICKET) });
    const loaded = writing.raise('onload');
    writing.enter('rcc_ordernumber', '77');
    read({ rcc_ordernumber: 'ORD-12359' });
    await loaded;
    expect(writing.orderNumber).toBe('77');
  });

  it('does not take the number of a ticket that is not chosen any more', async () => {
    let read = (_row: Record<string, unknown>): void => undefined;
    answer = () => new Promise((resolve) => (read = resolve));
    const form = new Form(xml, CREATE, { rcc_ticket: lookup(TICKET) });
    const loaded = form.raise('onload');
    form.enter('rcc_ticket', lookup(OTHER));
    read({ rcc_ordernumber: 'ORD-12359' });
    await loaded;
    expect(form.orderNumber).toBeNull();
  });

  it('stays empty when the ticket has no order number or cannot be read', async () => {
    answer = () => Promise.resolve({ rcc_ordernumber: null });
    expect((await opened({ rcc_ticket: lookup(TICKET) })).orderNumber).toBeNull();
    answer = () => Promise.reject({ message: 'No right to read' });
    expect((await opened({ rcc_ticket: lookup(TICKET) })).orderNumber).toBeNull();
  });

  it('changes nothing on a row that is there', async () => {
    expect((await opened({ rcc_ticket: lookup(TICKET) }, UPDATE)).orderNumber).toBeNull();
    expect(asked).toEqual([]);
  });
});
