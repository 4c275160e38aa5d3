import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';

/** A stand-in of a command-line tool on the PATH: a shell script, which starts faster than anything else. */
export class StandInTool {
  private readonly calls: string;

  constructor(folder: string, name: string, script: string) {
    mkdirSync(folder, { recursive: true });
    this.calls = join(folder, `${name}.calls`);
    const file = join(folder, name);
    const record = `{ for word in "$@"; do printf '%s\\t' "$word"; done; echo; } >>'${this.calls}'`;
    writeFileSync(file, `#!/bin/sh\n${record}\n${script}\n`);
    chmodSync(file, 0o755);
  }

  /** Parameters of every call so far. */
  called(): string[][] {
    if (!existsSync(this.calls)) return [];
    const lines = readFileSync(this.calls, 'utf8').trim().split('\n');
    return lines.map((line) => line.replace(/\t$/, '').split('\t'));
  }
}

/** Puts a folder first on the PATH, or makes it the whole PATH. @returns what puts the old one back */
export function onPath(folder: string, alone = false): () => void {
  const before = process.env.PATH;
  process.env.PATH = alone ? folder : [folder, before].join(delimiter);
  return () => {
    process.env.PATH = before;
  };
}

/**
 * `pac` over a folder with a file for each solution the environment has: its version and `True` when it is managed. A
 * package is a file with its version.
 * @param failing the group and command that fails, such as `solution publish`
 */
export const pacScript = (solutions: string, failing = '', version = '1.34.4+g2f3f7c1') => `
echo 'Microsoft PowerPlatform CLI'
echo 'Version: ${version}'
if [ "$1 $2" = '${failing}' ]; then
  echo 'Connected to... Contoso'
  echo 'Error: it went wrong with token eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwcyJ9.c2lnbmF0dXJl' >&2
  exit 1
fi
case "$1 $2" in
'solution list')
  echo 'Unique Name         Friendly Name                    Version   Managed'
  for file in '${solutions}'/*; do
    [ -e "$file" ] || continue
    read -r version managed <"$file"
    echo "\${file##*/}   The \${file##*/} 2.0 of 1.2.3.4 friends   $version   $managed"
  done ;;
'connector list')
  echo 'Connector Id                           Name'
  if [ -e '${solutions}/ShopConnector' ] && [ ! -e '${solutions}.late' ]; then
    echo '0C0C0C0C-0000-4000-8000-000000000001   shp_shop'
  fi ;;
'solution import')
  while [ "$1" != --path ]; do shift; done
  zip=\${2##*/} zip=\${zip%.zip} managed=False
  case "$zip" in *_managed) managed=True zip=\${zip%_managed} ;; esac
  read -r version <"$2"
  echo "$version $managed" >'${solutions}'/"$zip" ;;
esac
`;

/** What a stand-in of an environment's Web API was asked to change, and its answers. */
export interface StandInEnvironment {
  address: string;
  patched: string[];
  authorization: Set<string>;
  close(): Promise<void>;
}

/**
 * The flows of an environment over HTTP.
 * @param flows id → state (0 off, 1 on)
 * @param refusals id → answers to give before it works: status and message
 */
export async function startEnvironment(
  flows: Map<string, number>,
  refusals: Record<string, [status: number, message: string][]> = {},
): Promise<StandInEnvironment> {
  const patched: string[] = [];
  const authorization = new Set<string>();
  const server: Server = createServer((request, answer) => {
    authorization.add(String(request.headers.authorization));
    const id = /workflows\(([0-9a-f-]+)\)/.exec(request.url ?? '')?.[1];
    const reply = (status: number, body?: object, headers: Record<string, string> = {}) =>
      answer.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body && JSON.stringify(body));
    request.resume().on('end', () => {
      if (id === undefined) {
        const value = [...flows].map(([workflowid, statecode]) => ({
          workflowid: workflowid.toUpperCase(),
          statecode,
        }));
        return reply(200, { value });
      }
      patched.push(id);
      const [status, message] = refusals[id]?.shift() ?? [204, ''];
      if (status === 204) flows.set(id, 1);
      return reply(status, status === 204 ? undefined : { error: { message } }, { 'retry-after': '0' });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    patched,
    authorization,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
