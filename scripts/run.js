// Builds what has changed and runs a compiled command in this very process, so that Ctrl-C reaches it and nothing else.
const { resolve } = require('node:path');
const { build } = require('./build');

// A reader that has seen enough, such as head, is no failure.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
const [target, ...parameters] = process.argv.slice(2);
const script = resolve(__dirname, '..', 'dist', target);
process.argv = [process.argv[0], script, ...parameters];
void build().then(() => require(script));
