// A command that is announced but not there yet says so and fails, so that no script takes silence for success.
const [name, what] = process.argv.slice(2);
console.error(`npm run ${name}: not built yet. It will ${what}.`);
process.exit(2);
