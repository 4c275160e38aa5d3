import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ExportedDefinition, flowOutline } from './flow-outline';

const call = { host: { operationId: 'TriageMessage', apiId: '/providers/Microsoft.PowerApps/apis/shared_office365' } };

describe('the outline of a flow', () => {
  const outline = flowOutline(
    { id: 'a-flow', name: 'A flow' },
    {
      triggers: { manual: {} },
      actions: {
        Last: { type: 'Compose', runAfter: { Try: ['Succeeded'] } },
        Try: {
          type: 'Scope',
          runAfter: {},
          actions: {
            Second: { type: 'OpenApiConnection', runAfter: { First: ['Succeeded'] }, inputs: call },
            First: {
              type: 'If',
              actions: { Yes: { type: 'Compose' } },
              else: { actions: { No: { type: 'Compose' } } },
            },
          },
        },
      },
    },
  );

  it('puts every action after those it waits for, and containers before their content', () => {
    expect(outline.actions.map(({ name }) => name)).toEqual(['Try', 'First', 'Yes', 'No', 'Second', 'Last']);
  });

  it('names the container, the branch and the operation', () => {
    const by = (name: string) => outline.actions.find((action) => action.name === name);
    expect(by('No')).toMatchObject({ parent: 'First', branch: 'no', operation: null });
    expect(by('Yes')).toMatchObject({ parent: 'First', branch: 'yes' });
    expect(by('Second')).toMatchObject({ parent: 'Try', operation: 'TriageMessage', connector: 'Outlook' });
    expect(outline.trigger).toBe('manual');
  });

  it.each(readdirSync('flows').filter((file) => /-[0-9A-F-]{36}\.json$/.test(file)))(
    'lists every action of %s once',
    (file) => {
      const text = readFileSync(join('flows', file), 'utf8');
      const { definition } = (JSON.parse(text) as { properties: { definition: ExportedDefinition } }).properties;
      const { actions } = flowOutline({ id: file, name: file }, definition);
      const names = actions.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toHaveLength(text.match(/"runAfter":/g)?.length ?? 0);
    },
  );
});
