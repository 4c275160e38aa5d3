import { apiKeyHashes, oneOf, postgresAddress, publicAddress, signingKeys, text, wholeNumber } from './kinds';
import { optional, withDefault } from './setting';

export const serviceCatalogue = {
  PORT: withDefault({
    meaning: 'The port the service listens on; 0 takes a free one.',
    example: '5000',
    fallback: '5000',
    parse: wholeNumber(0, 65535),
  }),
  HOST: withDefault({
    meaning: 'The address the service listens on. Anything but a loopback address counts as production.',
    example: '127.0.0.1',
    fallback: '127.0.0.1',
    parse: text,
  }),
  WORKBENCH_PORT: withDefault({
    meaning: 'The port of the workbench page.',
    example: '3000',
    fallback: '3000',
    parse: wholeNumber(0, 65535),
  }),
  RCC_API_KEYS: optional({
    meaning:
      'The keys callers may use, separated by commas, each as it is or as sha256: and its hash. Give the old and the new one while you rotate. Needed in production and with any live key.',
    example: 'sha256:5506f28f69c05cb4c814f3ce597c760363cc5f8550ed322624bdcb6348eeb2eb',
    secret: true,
    parse: apiKeyHashes,
  }),
  PUBLIC_URL: optional({
    meaning:
      'The address at which customers reach the service; links in mails begin with it. The address it listens on when left out, which is allowed on loopback only.',
    example: 'https://support.example.com',
    parse: publicAddress,
  }),
  SURVEY_SIGNING_KEYS: optional({
    meaning:
      'The keys that sign the links by which customers give feedback, separated by commas. The first one signs, all are accepted: put a new one in front while you rotate. On loopback one is made and kept in RCC_DATA_DIR when left out; needed anywhere else.',
    example: 'c2f0a3b1e8d44f6f9b7a5c3d1e0f2a4b6c8d0e1f',
    secret: true,
    parse: signingKeys,
  }),
  RCC_DATA_DIR: withDefault({
    meaning: 'The folder for the store and the exported event files.',
    example: '/var/lib/retail-call-center',
    fallback: '.data',
    parse: text,
  }),
  DATABASE_URL: optional({
    meaning: 'A PostgreSQL server for the store; an embedded database in RCC_DATA_DIR is used when left out.',
    example: 'postgres://rcc:password@db.example.com:5432/rcc',
    secret: true,
    parse: postgresAddress,
  }),
  RCC_POLICY_DIR: optional({
    meaning:
      'The folder with the policy files replies are written from; the ones that come with the service when left out.',
    example: '/etc/retail-call-center/policies',
    parse: text,
  }),
  LOG_LEVEL: withDefault({
    meaning: 'How much is logged.',
    example: 'debug',
    fallback: 'info',
    parse: oneOf('silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'),
  }),
  REQUEST_DEADLINE_MS: withDefault({
    meaning: 'How long one request may take before it is answered as too slow, in milliseconds.',
    example: '30000',
    fallback: '30000',
    parse: wholeNumber(100, 110_000),
  }),
  BRONZE_INTERVAL_SECONDS: withDefault({
    meaning: 'How often new events are written to the files of the bronze layer, in seconds.',
    example: '60',
    fallback: '60',
    parse: wholeNumber(1, 86_400),
  }),
};
