import { type ActionCompiler } from './compiled-action';
import { compileChildFlow } from './child-flow';
import { compileCompose } from './compose';
import { compileConnectorCall } from './connector-call';
import { compileForeach } from './foreach';
import { compileFunction, compileHttp, compileHttpWebhook } from './http';
import { compileIf } from './if';
import { compileJoin, compileQuery, compileSelect } from './data-operations';
import { compileParseJson } from './parse-json';
import { compileResponse, compileWebhookResponse } from './response';
import { compileScope } from './scope';
import { compileSwitch } from './switch';
import { compileTable } from './table';
import { compileTerminate } from './terminate';
import { compileTimeOrNumber } from './time-and-number';
import { compileUntil } from './until';
import { compileAppend, compileInitialize, compileSet, compileStep } from './variables';
import { compileWait } from './wait';
import { compileWireCall } from './wire-call';

/** The action types the engine runs; a flow with any other is refused. */
export const actionTypes: ReadonlyMap<string, ActionCompiler> = new Map<string, ActionCompiler>([
  ['OpenApiConnection', compileConnectorCall],
  ['OpenApiConnectionNotification', compileConnectorCall],
  ['OpenApiConnectionWebhook', compileConnectorCall],
  ['OpenApiConnectionWebhookResponse', compileWebhookResponse],
  ['ApiConnection', compileWireCall],
  ['ApiConnectionNotification', compileWireCall],
  ['ApiConnectionWebhook', compileWireCall],
  ['Compose', compileCompose],
  ['ParseJson', compileParseJson],
  ['InitializeVariable', compileInitialize],
  ['SetVariable', compileSet],
  ['AppendToArrayVariable', compileAppend],
  ['AppendToStringVariable', compileAppend],
  ['IncrementVariable', compileStep],
  ['DecrementVariable', compileStep],
  ['If', compileIf],
  ['Switch', compileSwitch],
  ['Scope', compileScope],
  ['Foreach', compileForeach],
  ['Until', compileUntil],
  ['Wait', compileWait],
  ['Terminate', compileTerminate],
  ['Response', compileResponse],
  ['Workflow', compileChildFlow],
  ['Query', compileQuery],
  ['Select', compileSelect],
  ['Join', compileJoin],
  ['Table', compileTable],
  ['Expression', compileTimeOrNumber],
  ['Http', compileHttp],
  ['HttpWebhook', compileHttpWebhook],
  ['Function', compileFunction],
]);
