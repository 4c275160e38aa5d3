import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Host {
  url: string;
  close(): Promise<void>;
}
const { startHost } = jest.requireActual<{ startHost(places: object): Promise<Host> }>('./server.js');

let folder: string;
let host: Host;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'host-'));
  mkdirSync(join(folder, 'modules/host'), { recursive: true });
  mkdirSync(join(folder, 'controls/Sample'), { recursive: true });
  writeFileSync(join(folder, 'modules/host/page.js'), 'export {};');
  writeFileSync(join(folder, 'controls/Sample/bundle.js'), 'var sample;');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  host = await startHost({ controls: join(folder, 'controls'), modules: join(folder, 'modules'), port: 0 });
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks for a path exactly as it is written. */
const ask = (path: string, method = 'GET') =>
  new Promise<{ status: number; type: string; policy: string; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(host.url);
    const asking = request({ hostname, port, path, method }, (response) => {
      let text = '';
      response.on('data', (part) => (text += String(part)));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: String(response.headers['content-type']),
          policy: String(response.headers['content-security-policy']),
          text,
        }),
      );
    });
    asking.on('error', reject).end();
  });

it('gives the page, the controls, the modules by either name, and the platform’s files', async () => {
  expect(await ask('/?control=Sample')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
  expect(await ask('/controls/Sample/bundle.js')).toMatchObject({ text: 'var sample;' });
  expect(await ask('/modules/host/page')).toMatchObject({ text: 'export {};', type: 'text/javascript; charset=utf-8' });
  expect((await ask('/platform/react_16_14_0.js')).text).toContain('Reactv16');
});

it('lets the browser ask nobody else', async () => {
  const { policy } = await ask('/');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/https?:|\*/);
});

it.each([
  '/controls/../secret.txt',
  '/controls/%2e%2e/secret.txt',
  '/controls/Sample',
  '/nothing.js',
  '/%',
  '/controls/',
])('does not give %s', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

it('only gives', async () => {
  expect((await ask('/', 'POST')).status).toBe(404);
});

it('says when its port is taken', async () => {
  const port = Number(new URL(host.url).port);
  await expect(startHost({ controls: folder, modules: folder, port })).rejects.toThrow('EADDRINUSE');
});
