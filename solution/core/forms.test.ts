import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { english } from '../pages/names';
import { readForms } from '../pages/read-forms';
import { readTables } from '../tables/read-tables';
import type { Column } from '../tables/table';
import { attribute, child, children, descendants, textAt, textOf, type XmlElement } from '../xml/element';
import { readXmlFile } from '../xml/read-xml';

const SOURCE = projectFile('solution/core/src');
const tables = readTables(SOURCE).map((table) => ({ table, schemaName: table.schemaName }));
const entityFile = (table: string) => join(SOURCE, 'Entities', table, 'Entity.xml');

const filesOf = (schemaName: string) => {
  const folder = join(SOURCE, 'Entities', schemaName, 'FormXml');
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return files.filter((file) => file.endsWith('.xml')).map((file) => join(folder, file));
};
const dashboards = readdirSync(join(SOURCE, 'Dashboards')).map((file) => join(SOURCE, 'Dashboards', file));
const forms = [...tables.flatMap(({ schemaName }) => filesOf(schemaName)), ...dashboards].map((file) => ({
  file: file.slice(SOURCE.length + 1),
  root: readXmlFile(file),
}));

/** Class of the platform's control by what it shows, as exported forms have them. */
const CLASSES: Record<string, string> = {
  text: '4273EDBD-AC1D-40D3-9FB2-095C621B552D',
  textarea: 'E0DECE4B-6FC8-4A8F-A065-082708572369',
  ntext: 'E0DECE4B-6FC8-4A8F-A065-082708572369',
  email: 'ADA2203E-B4CD-49BE-9DDF-234642B43B52',
  url: '71716B6C-711E-476C-8AB8-5D11542BFB47',
  lookup: '270BD3DB-D9AF-4782-9025-509E298DEC0A',
  owner: '270BD3DB-D9AF-4782-9025-509E298DEC0A',
  picklist: '3EF39988-22BB-4F0B-BBBE-64B5A3748AEE',
  multiselectpicklist: '4AA28AB7-9C13-4F57-A73D-AD894D048B5F',
  int: 'C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F',
  decimal: 'C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E',
  datetime: '5B773807-9FB2-42DB-97C3-7A91EFF8ADFF',
  bit: '67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED',
  status: '5D68B988-0661-4DB2-BC3E-17598AD3BE6C',
};

/** How the texts of a table are entered, by column: `text`, `textarea`, `email` or `url`. */
const formatsOf = (schemaName: string) =>
  new Map(
    [...descendants(readXmlFile(entityFile(schemaName)), 'attribute')].map((column) => [
      textAt(column, 'LogicalName'),
      textAt(column, 'Format'),
    ]),
  );

const classOf = ({ logicalName, type }: Column, formats: ReadonlyMap<string, string>) =>
  CLASSES[type === 'nvarchar' ? formats.get(logicalName)! : type];

describe('Every form', () => {
  it.each(tables)('of $schemaName shows columns of the table under their own names', ({ table, schemaName }) => {
    const shown = readForms(SOURCE, table);
    expect(shown.map(({ type }) => type)).toContain('main');
    for (const { header, tabs } of shown) {
      for (const field of [...header, ...tabs.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields))]) {
        if (field.column === undefined) {
          expect(field.shownBy).toMatch(/^(list of rcc_|timeline$)/);
          continue;
        }
        const column = table.columns.get(field.column);
        expect([field.column, column?.labels]).toEqual([field.column, field.labels]);
      }
    }
    const formats = formatsOf(schemaName);
    for (const file of filesOf(schemaName)) {
      for (const control of descendants(readXmlFile(file), 'control')) {
        const column = table.columns.get(attribute(control, 'datafieldname'));
        if (column === undefined) continue;
        expect([column.logicalName, attribute(control, 'classid')]).toEqual([
          column.logicalName,
          `{${classOf(column, formats)}}`,
        ]);
      }
    }
  });

  it.each(tables)('of $schemaName in which rows are made asks for all that is required', ({ table }) => {
    const required = [...table.columns.values()].filter(
      (column) => column.required && column.createable && column.defaultValue === undefined,
    );
    for (const { type, tabs } of readForms(SOURCE, table)) {
      const fields = tabs.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
      const isForReading = fields.every(({ column, readOnly }) => column === undefined || readOnly);
      if (isForReading) continue;
      const asked = fields.filter(({ readOnly, hidden }) => !readOnly && !hidden).map(({ column }) => column);
      expect([type, asked]).toEqual([type, expect.arrayContaining(required.map(({ logicalName }) => logicalName))]);
    }
  });

  it.each(tables)(
    'to create rows quickly is offered exactly where there is one: $schemaName',
    ({ table, schemaName }) => {
      const enabled = textAt(readXmlFile(entityFile(schemaName)), 'EntityInfo', 'entity', 'IsQuickCreateEnabled');
      const has = readForms(SOURCE, table).some(({ type }) => type === 'quickCreate');
      expect(enabled).toBe(has ? '1' : '0');
    },
  );

  it('that is the only place of a table for reading lets nobody change anything', () => {
    for (const name of ['rcc_Message', 'rcc_DailyMetric', 'rcc_ErrorLog', 'rcc_Feedback']) {
      const [main] = readForms(SOURCE, { schemaName: name });
      const fields = main!.tabs.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
      expect([name, fields.filter(({ readOnly }) => !readOnly)]).toEqual([name, []]);
    }
  });

  it('and dashboard has room for what it shows: empty rows follow a tall cell, and no row is wider than its section', () => {
    for (const { file, root } of forms) {
      for (const section of descendants(root, 'section')) {
        const width = attribute(section, 'columns').length;
        const rows = children(child(section, 'rows'), 'row');
        rows.forEach((row, at) => {
          const cells = children(row, 'cell');
          const used = cells.reduce((sum, cell) => sum + Number(attribute(cell, 'colspan')), 0);
          expect([file, used]).toEqual([file, Math.min(used, width)]);
          const tallest = Math.max(1, ...cells.map((cell) => Number(attribute(cell, 'rowspan'))));
          const below = rows.slice(at + 1, at + tallest);
          expect([file, below.length]).toEqual([file, tallest - 1]);
          expect([file, below.flatMap((each) => each.children)]).toEqual([file, []]);
        });
      }
    }
  });

  it('has ids and names of controls that occur once', () => {
    const ids = forms.flatMap(({ root }) =>
      [root, ...descendants(root)].flatMap((each) =>
        ['id', 'uniqueid', 'libraryUniqueId', 'handlerUniqueId']
          .map((name) => attribute(each, name))
          .concat(['formid', 'FormId'].includes(each.name) ? textOf(each) : ''),
      ),
    );
    const own = ids.filter((id) => /^\{7c9e1a10-001[0145]-/.test(id));
    expect(own.length).toBeGreaterThan(300);
    expect(own.filter((id, at) => own.indexOf(id) !== at)).toEqual([]);
    for (const { file, root } of forms) {
      const names = [...descendants(root, 'control')].map((control) => attribute(control, 'id'));
      expect([file, names.filter((name, at) => names.indexOf(name) !== at)]).toEqual([file, []]);
    }
  });
});

const handlersOf = (event: XmlElement) =>
  [...descendants(event, 'Handler')].map((handler) =>
    ['functionName', 'libraryName', 'passExecutionContext'].map((name) => attribute(handler, name)),
  );

describe('The form of a refund', () => {
  it('lets people ask, and only shows what the flow decides and does', () => {
    const [main, quick] = readForms(SOURCE, { schemaName: 'rcc_MoneyAction' });
    const changed = (form: typeof main) =>
      [
        ...new Set(
          [...form!.header, ...form!.tabs.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields))]
            .filter(({ readOnly }) => !readOnly)
            .map(({ column }) => column),
        ),
      ].sort();
    const asked = ['rcc_amount', 'rcc_currency', 'rcc_kind', 'rcc_ordernumber', 'rcc_reason', 'rcc_ticket'];
    expect(changed(main)).toEqual([...asked, 'rcc_lines'].sort());
    expect(changed(quick)).toEqual(asked);
  });
});

describe('The ticket form', () => {
  const [main, quick] = readForms(SOURCE, { schemaName: 'rcc_Ticket' });

  it('lets an agent change what an agent decides, and nothing that flows write alone', () => {
    const fields = [...main!.header, ...main!.tabs.flatMap(({ sections }) => sections.flatMap((each) => each.fields))];
    const changed = fields.filter(({ readOnly, column }) => column !== undefined && !readOnly);
    expect([...new Set(changed.map(({ column }) => column))].sort()).toEqual([
      'rcc_assignedagent',
      'rcc_contextrequestedon',
      'rcc_customer',
      'rcc_customeremail',
      'rcc_customername',
      'rcc_description',
      'rcc_intent',
      'rcc_ordercontext',
      'rcc_ordernumber',
      'rcc_priority',
      'rcc_requireshumanreview',
      'rcc_sentiment',
      'rcc_snoozeduntil',
      'rcc_team',
      'rcc_title',
      'rcc_trackingnumber',
      'statuscode',
    ]);
    // What the order context writes is no field for people, but has to be on the form to be saved with it.
    expect(fields.filter(({ hidden }) => hidden).map(({ column }) => column)).toEqual(['rcc_contextrequestedon']);
  });

  it('shows notes and activities, the messages, the order and what to do next at first sight', () => {
    expect(main!.header.map(({ labels }) => english(labels))).toEqual([
      'Priority',
      'Status Reason',
      'First response due',
      'Resolution due',
    ]);
    const shown = main!.tabs.slice(0, 1).flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
    expect(shown.map(({ shownBy }) => shownBy).filter(Boolean)).toEqual([
      'list of rcc_message',
      'timeline',
      'rcc_RetailCallCenter.OrderContext',
      'list of rcc_moneyaction',
    ]);
    const first = shown.slice(0, 10).map(({ column }) => column);
    expect(first[0]).toBe('rcc_ticketnumber');
    const triage = ['rcc_intent', 'rcc_sentiment', 'rcc_requireshumanreview', 'rcc_reviewreasons'];
    expect(first).toEqual(expect.arrayContaining(['rcc_assignedagent', ...triage]));
    expect(quick!.tabs).toHaveLength(1);
  });

  it('asks for no channel: who writes a ticket down does it in the app, which the column says by itself', () => {
    const asked = quick!.tabs.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
    expect(asked.map(({ column }) => column)).not.toContain('rcc_channel');
    const { table } = tables.find(({ schemaName }) => schemaName === 'rcc_Ticket')!;
    const { defaultValue, options } = table.columns.get('rcc_channel')!;
    expect(english(options!.get(Number(defaultValue))!.labels)).toBe('App');
  });

  it('has no command that moves a ticket past its script', () => {
    const commands = readXmlFile(join(SOURCE, 'Entities', 'rcc_Ticket', 'RibbonDiff.xml'));
    const hidden = [...descendants(commands, 'HideCustomAction')];
    const places = ['Form', 'HomepageGrid', 'SubGrid'];
    const moving = places.flatMap((place) =>
      ['Activate', 'Assign', 'Deactivate'].map((command) => `Mscrm.${place}.rcc_ticket.${command}`),
    );
    // Edit on the home grid is what several chosen tickets are changed by at once; one is opened by its row.
    expect(hidden.map((each) => attribute(each, 'Location')).sort()).toEqual(
      [...moving, 'Mscrm.HomepageGrid.rcc_ticket.Edit'].sort(),
    );
    const ids = hidden.map((each) => attribute(each, 'HideActionId'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('calls its script, and holds every column the script writes', () => {
    const form = readXmlFile(filesOf('rcc_Ticket').find((file) => dirname(file).endsWith('main'))!);
    const library = 'rcc_/scripts/ticket_form.js';
    expect([...descendants(form, 'Library')].map((each) => attribute(each, 'name'))).toEqual([library]);
    expect([...descendants(form, 'event')].map((event) => [attribute(event, 'name'), handlersOf(event)])).toEqual([
      ['onload', [['RetailCallCenter.ticketForm.onLoad', library, 'true']]],
      ['onsave', [['RetailCallCenter.ticketForm.onSave', library, 'true']]],
    ]);
    const script = readFileSync(projectFile('solution/form-scripts/browser/ticket_form.ts'), 'utf8');
    const written = [.../const WRITTEN = \[([^\]]+)\]/.exec(script)![1]!.matchAll(/'(\w+)'/g)].map(([, name]) => name);
    expect(written).toContain('rcc_statusversion');
    const held = [...descendants(form, 'control')].map((control) => attribute(control, 'datafieldname'));
    expect(held).toEqual(expect.arrayContaining(written));
  });
});
