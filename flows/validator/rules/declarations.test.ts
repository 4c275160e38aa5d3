import { compose, findingsFor, messagesOf } from '../fixtures/flow-text.fixture';

const reference = (api: string) => ({
  runtimeSource: 'embedded',
  connection: { connectionReferenceLogicalName: 'rcc_outlook' },
  api: { name: api },
});
const call = (host: object) => ({
  A: { type: 'OpenApiConnection', runAfter: {}, inputs: { host: { operationId: 'X', ...host } } },
});
const API = '/providers/Microsoft.PowerApps/apis/';

describe('F011', () => {
  const parameters = { 'Team (rcc_Team)': { type: 'String', defaultValue: '', metadata: { schemaName: 'rcc_Team' } } };
  const fixes = (name: string): string[] =>
    findingsFor({ parameters, actions: { A: compose(`@parameters('${name}')`) } })
      .filter(({ code }) => code === 'F011')
      .map(({ fix }) => fix);
  it('takes the whole key', () => expect(fixes('Team (rcc_Team)')).toEqual([]));
  it.each([
    [
      'team (rcc_Team)',
      "Write 'Team (rcc_Team)' if that is what is meant; else declare it under definition.parameters.",
    ],
    ['rcc_Team', "Write the whole key, 'Team (rcc_Team)'."],
    ['Mailbox', 'Declare it under definition.parameters.'],
  ])('refuses %s', (name, fix) => expect(fixes(name)).toEqual([fix]));
});

describe('F012', () => {
  it.each([
    [
      'an unknown reference',
      { connectionName: 'shared_office356', apiId: `${API}shared_office365` },
      [/^'A' calls through the connection reference 'shared_office356', which the flow does not have/],
    ],
    [
      'a reference to another connector',
      { connectionName: 'shared_office365', apiId: `${API}shared_teams` },
      [/^'A' calls the connector 'shared_teams' through 'shared_office365'/],
    ],
    [
      'AI Builder through Dataverse',
      { connectionName: 'shared_office365', apiId: 'providers/Microsoft.ProcessSimple/operationGroups/aibuilder' },
      [],
    ],
    ['an empty apiId, as some exports have', { connectionName: 'shared_office365', apiId: '' }, []],
  ])('looks at %s', (_what, host, messages) => {
    const connectionReferences = { shared_office365: reference('shared_office365') };
    expect(messagesOf('F012', { connectionReferences, actions: call(host) })).toEqual(
      messages.map((each) => expect.stringMatching(each)),
    );
  });
});

describe('F022', () => {
  const connectionReferences = { shared_office365: reference('shared_office365') };
  it('warns of a connection reference nobody calls through', () =>
    expect(messagesOf('F022', { connectionReferences })).toEqual([
      "Nothing calls through the connection reference 'shared_office365'.",
    ]));
  it('knows the ways of old exports', () => {
    const connection = { name: "@parameters('$connections')['shared_office365']['connectionId']" };
    const actions = {
      A: { type: 'ApiConnection', runAfter: {}, inputs: { host: { connection }, method: 'get', path: '/x' } },
    };
    expect(messagesOf('F022', { connectionReferences, actions })).toEqual([]);
  });
});
