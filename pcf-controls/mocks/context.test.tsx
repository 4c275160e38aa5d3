/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import * as React from 'react';
import { createContext, createDataset, createProperty, offsetIn, renderControl, rowId } from '.';

interface Inputs {
  tickets: ComponentFramework.PropertyTypes.DataSet;
  title: ComponentFramework.PropertyTypes.StringProperty;
}

/** Shows what a host tells it. */
class Listing implements ComponentFramework.ReactControl<Inputs, { chosen: string }> {
  public static readonly changes: string[][] = [];
  private chosen = '';
  private notify: (() => void) | undefined;

  public init(context: ComponentFramework.Context<Inputs>, notify?: () => void): void {
    this.notify = notify;
    context.mode.trackContainerResize(true);
  }

  public updateView({ parameters, mode, resources, updatedProperties }: ComponentFramework.Context<Inputs>) {
    Listing.changes.push(updatedProperties);
    const { tickets, title } = parameters;
    if (tickets.loading) return <p>loading</p>;
    return (
      <section aria-label={`${resources.getString('Heading')} ${title.raw ?? ''} ${mode.allocatedWidth}`}>
        {tickets.sortedRecordIds.map((id) => (
          <button
            key={id}
            onClick={() => {
              this.chosen = id;
              this.notify?.();
            }}
          >
            {tickets.records[id]?.getFormattedValue('title')}
          </button>
        ))}
      </section>
    );
  }

  public getOutputs() {
    return { chosen: this.chosen };
  }

  public destroy(): void {
    this.notify = undefined;
  }
}

const started = () => {
  Listing.changes.length = 0;
  const tickets = createDataset({
    entity: 'ticket',
    columns: [{ name: 'title', dataType: 'SingleLine.Text' }],
    rows: [{ title: 'First' }, { title: 'Second' }],
  });
  const resx = { 1033: { Heading: 'Tickets' }, 3082: { Heading: 'Casos' } };
  const context = createContext<Inputs>({ parameters: { tickets, title: createProperty('open') }, resx });
  return { tickets, context, view: renderControl(Listing, context) };
};

describe('a rendered control', () => {
  it('sees its dataset load, and is told only of later loads what was updated', async () => {
    const { tickets, context, view } = started();
    view.getByText('loading');
    await tickets.settled();
    view.getByLabelText('Tickets open 1200');
    expect(Listing.changes.every((names) => names.length === 0)).toBe(true);
    tickets.refresh();
    await tickets.settled();
    expect(Listing.changes.at(-1)).toEqual(['dataset', 'tickets_dataset']);
    context.change({ width: 320 });
    view.getByLabelText('Tickets open 320');
    expect(Listing.changes.at(-1)).toEqual(['layout']);
    expect(context.calls.map(({ name }) => name)).toEqual(['mode.trackContainerResize']);
  });

  it('speaks the language of its user, and gives outputs', async () => {
    const { tickets, context, view } = started();
    await tickets.settled();
    context.change({ languageId: 3082 });
    view.getByLabelText('Casos open 1200');
    view.getByText('Second').click();
    expect(view.outputs).toEqual([{ chosen: rowId(1) }]);
  });

  it('is left alone once its host has taken it away', async () => {
    const { tickets, view } = started();
    await tickets.settled();
    view.destroy();
    const before = view.updates();
    tickets.refresh();
    await tickets.settled();
    expect(view.updates()).toBe(before);
  });
});

describe('a context', () => {
  const of = (settings: Partial<Parameters<typeof createContext>[0]>) => createContext({ parameters: {}, ...settings });

  it('notes what is asked of its host and answers as people would', async () => {
    const lookup = [{ id: 'a', name: 'Ben', entityType: 'systemuser' }];
    const context = of({ answers: { confirmed: false, lookup } });
    expect(await context.navigation.openConfirmDialog({ text: 'Sure?' })).toEqual({ confirmed: false });
    expect(await context.utils.lookupObjects({ entityTypes: ['systemuser'] })).toEqual(lookup);
    context.navigation.openUrl('https://example.com/');
    (context.events as unknown as Record<string, (value: number) => void>).OnChosen?.(4);
    expect(context.calls).toEqual([
      { name: 'navigation.openConfirmDialog', arguments: [{ text: 'Sure?' }] },
      { name: 'utils.lookupObjects', arguments: [{ entityTypes: ['systemuser'] }] },
      { name: 'navigation.openUrl', arguments: ['https://example.com/'] },
      { name: 'events.OnChosen', arguments: [4] },
    ]);
  });

  it('lets its host act instead of answering from the settings', async () => {
    const opened: unknown[] = [];
    const context = of({
      answers: { confirmed: true },
      actions: {
        openConfirmDialog: async () => ({ confirmed: false }),
        openUrl: (url) => void opened.push(url),
        lookupObjects: async () => [{ id: 'b', name: 'Ana', entityType: 'systemuser' }],
      },
    });
    expect(await context.navigation.openConfirmDialog({ text: 'Sure?' })).toEqual({ confirmed: false });
    expect(await context.utils.lookupObjects({ entityTypes: ['systemuser'] })).toMatchObject([{ name: 'Ana' }]);
    context.navigation.openUrl('https://example.com/');
    expect(opened).toEqual(['https://example.com/']);
    expect(await context.navigation.openForm({ entityName: 'ticket' })).toEqual({ savedEntityReference: [] });
    expect(context.calls).toHaveLength(4);
  });

  it('tells privileges, network, direction and look', async () => {
    const context = of({
      privileges: { ticket: ['Read'] },
      offline: true,
      languageId: 1037,
      theme: 'dark',
      formFactor: 'phone',
      webApi: undefined,
    });
    expect(context.utils.hasEntityPrivilege('ticket', 2, 0)).toBe(true);
    expect(context.utils.hasEntityPrivilege('ticket', 3, 0)).toBe(false);
    expect(context.utils.hasEntityPrivilege('message', 3, 0)).toBe(true);
    expect(context.client.isNetworkAvailable()).toBe(false);
    expect(context.client.getFormFactor()).toBe(3);
    expect(context.userSettings.isRTL).toBe(true);
    expect(context.fluentDesignLanguage?.isDarkTheme).toBe(true);
    await expect(context.webAPI.retrieveRecord('ticket', 'a')).rejects.toThrow('not available in this host');
    context.change({ rightToLeft: false, theme: undefined });
    expect(context.userSettings.isRTL).toBe(false);
    expect(context.fluentDesignLanguage).toBeUndefined();
  });

  it('tells the time zone of its user through the year', () => {
    const madrid = of({ timeZoneOffsetMinutes: offsetIn('Europe/Madrid') }).userSettings;
    expect(madrid.getTimeZoneOffsetMinutes(new Date('2026-03-29T00:59:59Z'))).toBe(60);
    expect(madrid.getTimeZoneOffsetMinutes(new Date('2026-03-29T01:00:00Z'))).toBe(120);
    const kolkata = of({ timeZoneOffsetMinutes: offsetIn('Asia/Kolkata') }).userSettings;
    expect(kolkata.getTimeZoneOffsetMinutes(new Date('1969-12-31T23:59:59.500Z'))).toBe(330);
  });

  it('formats as the platform does for its user', () => {
    const { formatting } = of({ languageId: 3082, timeZoneOffsetMinutes: 60 });
    expect(formatting.formatDateShort(new Date('2026-03-01T23:30:00Z'))).toBe('2/3/26');
    expect(formatting.formatDecimal(1234.5, 1)).toBe('1234,5');
  });
});
