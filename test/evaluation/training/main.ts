import { train } from './train';

process.exitCode = train(process.argv.slice(2), (line) => process.stderr.write(`${line}\n`));
