import { readFileSync } from 'node:fs';
import { projectFile } from '../project-file';

export type JsonSchema = Record<string, unknown>;

export interface DocumentParameter {
  name: string;
  in: 'body' | 'header' | 'path' | 'query';
  required?: boolean;
  schema?: JsonSchema;
  [keyword: string]: unknown;
}

export interface DocumentOperation {
  operationId: string;
  summary: string;
  description: string;
  parameters: DocumentParameter[];
  responses: Record<string, { description: string; schema?: JsonSchema }>;
  [extension: `x-${string}`]: unknown;
}

/** The part of the connector's Swagger 2.0 document that code reads. */
export interface ConnectorDocument {
  swagger: '2.0';
  info: { title: string; description: string; version: string };
  paths: Record<string, Record<string, DocumentOperation>>;
  definitions: Record<string, JsonSchema>;
  [key: string]: unknown;
}

/**
 * Reads the committed connector document.
 * @throws {Error} when it is missing from the installation
 */
export const readConnectorDocument = (): ConnectorDocument =>
  JSON.parse(readFileSync(projectFile('connector/apiDefinition.swagger.json'), 'utf8')) as ConnectorDocument;
