import { text, webAddress } from './kinds';
import { optional, type Setting } from './setting';

const later = <T>(setting: Setting<T>) => optional({ ...setting, notUsedYet: true });

export const laterCatalogue = {
  REDIS_URL: later({
    meaning: 'A Redis server for what several instances of the service share.',
    example: 'redis://cache.example.com:6379',
    secret: true,
    parse: text,
  }),
  FABRIC_WORKSPACE_ID: later({
    meaning: 'The id of the Microsoft Fabric workspace.',
    example: '6f0f2b3e-3d0f-4c3e-9a53-0f9b1c6f1a11',
    parse: text,
  }),
  FABRIC_LAKEHOUSE_NAME: later({
    meaning: 'The name of the lakehouse.',
    example: 'retail_lakehouse',
    parse: text,
  }),
  FABRIC_DW_NAME: later({
    meaning: 'The name of the data warehouse.',
    example: 'retail_datawarehouse',
    parse: text,
  }),
  POWER_AUTOMATE_WEBHOOK: later({
    meaning: 'The address of a flow that is told about events.',
    example: 'https://prod-01.westeurope.logic.azure.com/workflows/0123',
    secret: true,
    parse: webAddress,
  }),
  OUTLOOK_CLIENT_ID: later({
    meaning: 'The client id of the app registration for the service mailbox.',
    example: '6f0f2b3e-3d0f-4c3e-9a53-0f9b1c6f1a12',
    parse: text,
  }),
  OUTLOOK_CLIENT_SECRET: later({
    meaning: 'The client secret of that app registration.',
    example: '0123456789abcdef',
    secret: true,
    parse: text,
  }),
  OUTLOOK_TENANT_ID: later({
    meaning: 'The tenant of that app registration.',
    example: '6f0f2b3e-3d0f-4c3e-9a53-0f9b1c6f1a13',
    parse: text,
  }),
};
