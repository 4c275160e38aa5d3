/** `npm run test:full`: the long simulations (`*.full.test.ts`). */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['**/*.full.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  testTimeout: 1_200_000,
};
