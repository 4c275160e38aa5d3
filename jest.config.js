/** `npm test` runs `*.test.ts`; the long simulations in `*.full.test.ts` run with `npm run test:full`. */
module.exports = {
  testEnvironment: 'node',
  roots: ['proxy', 'connector', 'flows', 'pcf-controls', 'solution', 'workbench', 'test'].map(
    (room) => `<rootDir>/${room}`,
  ),
  testMatch: ['**/*.test.{ts,tsx}'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.full\\.test\\.ts$'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    // The controls are written for a browser's modules and with JSX.
    '/pcf-controls/.+\\.tsx?$': [
      'ts-jest',
      { tsconfig: { jsx: 'react', module: 'commonjs', target: 'ES2020', esModuleInterop: true }, diagnostics: false },
    ],
    '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json', diagnostics: false }],
  },
  // After the tests, a table shows how much of our flows they ran.
  globalSetup: '<rootDir>/test/flow-coverage/start.ts',
  globalTeardown: '<rootDir>/test/flow-coverage/print.ts',
  testTimeout: 30_000,
};
