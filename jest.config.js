const { compilerOptions } = require('./tsconfig.json');

/** `npm test` runs `*.test.ts`; the long simulations in `*.full.test.ts` run with `npm run test:full`. */
module.exports = {
  testEnvironment: 'node',
  roots: ['proxy', 'connector', 'flows', 'pcf-controls', 'solution', 'workbench', 'test'].map(
    (room) => `<rootDir>/${room}`,
  ),
  testMatch: ['**/*.test.{ts,tsx}'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.full\\.test\\.ts$'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/pcf-controls/out/'],
  // One transformer for all: a second set of ts-jest options would never be seen. The controls' files need JSX.
  transform: {
    '^.+\\.tsx?$': ['ts-jest', { tsconfig: { ...compilerOptions, jsx: 'react' }, diagnostics: false }],
  },
  // After the tests, a table shows how much of our flows they ran.
  globalSetup: '<rootDir>/test/flow-coverage/start.ts',
  globalTeardown: '<rootDir>/test/flow-coverage/print.ts',
  testTimeout: 30_000,
};
