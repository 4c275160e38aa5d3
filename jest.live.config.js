const shared = require('./jest.config.js');

/** `npm run test:live`: the client tests (`*.live.ts`) against the real services whose keys are set. */
module.exports = {
  testEnvironment: shared.testEnvironment,
  roots: ['<rootDir>/workbench/vendors/live'],
  testMatch: ['**/*.live.ts'],
  transform: shared.transform,
  testTimeout: 90_000,
};
