import { isFlowObject } from '../../../flows/expressions/value-types';

const CONNECTION_KEY = /\$connections'[)\]]\s*\??\[\s*'([^']+)'/;

/**
 * The connection an ApiConnection names: the key in `@parameters('$connections')['key']['connectionId']`; flows started
 * with the caller's own connections take the list from a header of the trigger instead.
 */
export function connectionOf(inputs: Record<string, unknown>): string | undefined {
  const host = isFlowObject(inputs.host) ? inputs.host : {};
  const connection = isFlowObject(host.connection) ? host.connection.name : undefined;
  return typeof connection === 'string' ? CONNECTION_KEY.exec(connection)?.[1] : undefined;
}

/** The operation the designer noted for itself when it wrote an ApiConnection. */
export function designerOperation(definition: Record<string, unknown>): string | undefined {
  const metadata = isFlowObject(definition.metadata) ? definition.metadata : {};
  const system = isFlowObject(metadata.flowSystemMetadata) ? metadata.flowSystemMetadata : {};
  return typeof system.swaggerOperationId === 'string' ? system.swaggerOperationId : undefined;
}
