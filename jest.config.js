/** `npm test` runs `*.test.ts`; the long simulations in `*.full.test.ts` run with `npm run test:full`. */
const full = process.env.RCC_TEST_FULL === '1';

module.exports = {
  testEnvironment: 'node',
  roots: [
    '<rootDir>/proxy',
    '<rootDir>/connector',
    '<rootDir>/flows',
    '<rootDir>/solution',
    '<rootDir>/workbench',
    '<rootDir>/test',
  ],
  testMatch: full ? ['**/*.full.test.ts'] : ['**/*.test.ts'],
  testPathIgnorePatterns: full ? ['/node_modules/', '/dist/'] : ['/node_modules/', '/dist/', '\\.full\\.test\\.ts$'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json', isolatedModules: true, diagnostics: false }],
    // A few packages ship only ES modules; Jest runs CommonJS.
    'node_modules/email-reply-parser/.+\\.js$': [
      'ts-jest',
      { tsconfig: { allowJs: true, module: 'commonjs', target: 'ES2022' }, isolatedModules: true, diagnostics: false },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!email-reply-parser/)'],
  testTimeout: full ? 600_000 : 30_000,
};
