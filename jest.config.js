/** `npm test` runs `*.test.ts`; the long simulations in `*.full.test.ts` run with `npm run test:full`. */
module.exports = {
  testEnvironment: 'node',
  roots: ['proxy', 'connector', 'flows', 'solution', 'workbench', 'test'].map((room) => `<rootDir>/${room}`),
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.full\\.test\\.ts$'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json', diagnostics: false }],
  },
  // After the tests, a table shows how much of our flows they ran.
  globalSetup: '<rootDir>/test/flow-coverage/start.ts',
  globalTeardown: '<rootDir>/test/flow-coverage/print.ts',
  testTimeout: 30_000,
};
