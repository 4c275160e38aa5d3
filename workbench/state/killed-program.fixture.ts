import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };

/** Translates a folder's sources, so that a process of its own can run them: Jest's translation ends at its process. */
export function writeProgram(source: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const from = join(source, entry.name);
    if (entry.isDirectory()) writeProgram(from, join(target, entry.name));
    else if (entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts')) {
      const { outputText } = transpileModule(readFileSync(from, 'utf8'), { compilerOptions });
      writeFileSync(join(target, entry.name.replace(/\.ts$/, '.js')), outputText);
    }
  }
}

/**
 * Runs a program and kills it (SIGKILL) once it has printed that many lines; a kill falls anywhere in what follows.
 * @returns every whole line it printed
 * @throws with what it wrote to its error output when it printed nothing
 */
export function runUntilKilled(program: string, args: readonly string[], lines: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const modules = join(__dirname, '..', '..', 'node_modules');
    const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, NODE_PATH: modules } });
    let printed = '';
    let errors = '';
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString();
      if (printed.split('\n').length > lines) child.kill('SIGKILL');
    });
    child.on('close', () => {
      const whole = printed.split('\n').slice(0, -1);
      if (whole.length === 0) reject(new Error(errors));
      else resolve(whole);
    });
  });
}
